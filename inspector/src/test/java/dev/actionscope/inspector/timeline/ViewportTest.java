package dev.actionscope.inspector.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewportTest {
    private static final Viewport BOUNDS = new Viewport(0, 1000e6);

    @Test
    void zooming_keeps_the_moment_under_the_pointer_where_it_is() {
        Viewport zoomed = BOUNDS.zoomedIn(4, 300e6, BOUNDS);
        assertEquals(250e6, zoomed.length(), 1e-3);
        assertEquals(BOUNDS.x(300e6, 800), zoomed.x(300e6, 800), 1e-6);
        assertEquals(300e6, zoomed.time(zoomed.x(300e6, 800), 800), 1e-3);
    }

    @Test
    void neither_zooming_out_nor_moving_leaves_the_bounds() {
        Viewport part = new Viewport(100e6, 200e6);
        assertEquals(BOUNDS, part.zoomedIn(1e-6, 150e6, BOUNDS));
        assertEquals(new Viewport(0, 100e6), part.moved(-500e6, BOUNDS));
        assertEquals(new Viewport(900e6, 1000e6), part.moved(5000e6, BOUNDS));
    }

    @Test
    void zooming_in_stops_at_the_shortest_part() {
        assertEquals(Viewport.SHORTEST, BOUNDS.zoomedIn(1e12, 5, BOUNDS).length(), 1e-6);
    }

    @Test
    void revealing_moves_only_when_it_must() {
        Viewport part = new Viewport(100e6, 200e6);
        assertSame(part, part.revealing(120e6, 130e6, BOUNDS));
        assertSame(part, part.revealing(0, 1000e6, BOUNDS));
        assertEquals(new Viewport(455e6, 555e6), part.revealing(500e6, 510e6, BOUNDS));
    }

    @Test
    void a_trace_fits_with_a_little_room_on_the_right() {
        TimelineLayout layout = TimelineLayout.of(TraceModel.of(SampleTrace.lines("1 - action 0+100 ok a")));
        assertEquals(new Viewport(0, 101e6), Viewport.fitting(layout));
    }

    @Test
    void a_moment_is_told_as_precisely_as_it_can_be_seen() {
        assertEquals("42.4 ms", RulerTick.label(42_400_000, new Viewport(0, 200e6), 1000));
        assertEquals("50,000.541 µs", RulerTick.label(50_000_540.7, new Viewport(50_000_440, 50_000_640), 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 184000000, 0 ms|50 ms|100 ms|150 ms",
        "0, 2000000000, 0.0 s|0.5 s|1.0 s|1.5 s|2.0 s",
        "1000000, 1000400, '1,000.0 µs|1,000.1 µs|1,000.2 µs|1,000.3 µs|1,000.4 µs'",
        "0, 20000, 0 µs|5 µs|10 µs|15 µs|20 µs",
    })
    void the_ruler_has_round_marks(double start, double end, String labels) {
        List<RulerTick> ticks = RulerTick.of(new Viewport(start, end), 500, 100);
        assertEquals(
                labels.replace("'", ""),
                String.join("|", ticks.stream().map(RulerTick::label).toList()));
    }
}
