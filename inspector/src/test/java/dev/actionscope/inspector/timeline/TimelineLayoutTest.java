package dev.actionscope.inspector.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimelineLayoutTest {
    @Test
    void children_lie_below_their_parent_and_calls_in_a_row_share_a_lane() {
        assertEquals("""
                0: a
                1: b d
                2: c e
                """, lanes("""
                1 - action 0+100 ok a
                2 1 query 0+40 ok b
                3 2 db 10+10 ok c
                4 1 query 40+40 ok d
                5 4 db 50+10 ok e
                """));
    }

    @Test
    void parallel_calls_get_lanes_with_room_for_what_is_below_them() {
        assertEquals("""
                0: a
                1: b f
                2: c g
                3: d
                4: e
                """, lanes("""
                1 - action 0+100 ok a
                2 1 query 0+40 ok b
                3 2 db 10+10 ok c
                4 1 query 5+40 ok d
                5 4 db 10+10 ok e
                6 1 query 50+20 ok f
                7 6 db 55+5 ok g
                """));
    }

    @Test
    void a_call_left_dangling_keeps_its_lane_after_its_parent_has_ended() {
        assertEquals("""
                0: root
                1: a d
                2: late c
                """, lanes("""
                1 - action 0+100 ok root
                2 1 query 0+10 ok a
                3 2 fetch 5+50 dangling late
                4 1 query 57+10 ok d
                5 4 db 58+2 ok c
                """));
        assertEquals("""
                0: root
                1: a
                2: late
                3: d
                """, lanes("""
                1 - action 0+100 ok root
                2 1 query 0+10 ok a
                3 2 fetch 5+50 dangling late
                4 1 query 20+10 ok d
                """));
    }

    @Test
    void spans_without_duration_at_one_moment_do_not_cover_each_other() {
        assertEquals("""
                0: a
                1: b
                2: c
                """, lanes("""
                1 - action 0+100 ok a
                2 1 timer 10+0 ok b
                3 1 timer 10+0 ok c
                """));
    }

    @Test
    void a_thousand_calls_at_once_get_a_thousand_lanes() {
        StringBuilder lines = new StringBuilder("1 - action 0+100 ok a\n");
        for (int id = 2; id <= 1001; id++) {
            lines.append(id).append(" 1 fetch 10+50 ok f\n");
        }
        TimelineLayout layout = TimelineLayout.of(TraceModel.of(SampleTrace.lines(lines.toString())));
        assertEquals(1001, layout.laneCount());
        assertEquals(1000, layout.laneOf(1000));
    }

    @Test
    void finds_the_span_at_a_point_or_near_it_and_its_neighbours() {
        TraceModel model = TraceModel.of(SampleTrace.lines("""
                1 - action 0+100 ok a
                2 1 query 10+10 ok b
                3 1 query 30+10 ok c
                """));
        TimelineLayout layout = TimelineLayout.of(model);
        assertEquals(1, layout.rowAt(1, 15_000_000, 0));
        assertEquals(TraceModel.NO_ROW, layout.rowAt(1, 25_000_000, 1_000_000));
        assertEquals(2, layout.rowAt(1, 29_500_000, 1_000_000));
        assertEquals(1, layout.rowAt(1, 20_500_000, 1_000_000));
        assertEquals(TraceModel.NO_ROW, layout.rowAt(7, 15_000_000, 0));
        assertEquals(2, layout.neighbour(model, 1, 1));
        assertEquals(TraceModel.NO_ROW, layout.neighbour(model, 2, 1));
    }

    @Test
    void a_million_spans_are_laid_out_without_overlaps() {
        TraceModel model = TraceModel.of(SampleTrace.synthetic(1_000_000));
        TimelineLayout layout = TimelineLayout.of(model);
        assertEquals(3, layout.laneCount());
        int placed = 0;
        for (int index = 0; index < layout.laneCount(); index++) {
            Lane lane = layout.lane(index);
            placed += lane.size();
            for (int place = 1; place < lane.size(); place++) {
                assertTrue(lane.start(place) >= lane.end(place - 1));
            }
        }
        assertEquals(1_000_000, placed);
        int row = 777_777;
        assertEquals(row, layout.rowAt(layout.laneOf(row), model.start(row) + 1, 0));
    }

    private static String lanes(String lines) {
        TraceModel model = TraceModel.of(SampleTrace.lines(lines));
        TimelineLayout layout = TimelineLayout.of(model);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < layout.laneCount(); index++) {
            text.append(String.format(Locale.ROOT, "%d:", index));
            Lane lane = layout.lane(index);
            for (int place = 0; place < lane.size(); place++) {
                text.append(' ').append(model.name(lane.row(place)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
