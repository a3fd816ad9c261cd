package dev.actionscope.inspector.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LaneScanTest {
    @Test
    void wide_spans_are_drawn_alone_and_small_ones_become_columns_with_their_density() {
        List<String> bars = scan("""
                1 - action 0+20 ok wide
                2 - timer 40+0.2 ok small
                3 - timer 40.4+0.2 error small
                4 - timer 42+1 ok small
                5 - action 50+60 ok wide
                """, new Viewport(0, 100e6), 100);
        assertEquals(List.of("0.0-20.0 wide", "40: 2 at 0.40, 1 bad", "42: 1 at 1.00, 0 bad", "50.0-110.0 wide"), bars);
    }

    @Test
    void what_lies_outside_the_viewport_is_not_drawn() {
        List<String> bars = scan("""
                1 - action 0+20 ok before
                2 - action 30+20 ok across
                3 - action 60+5 ok inside
                4 - action 90+20 ok after
                """, new Viewport(40e6, 80e6), 40);
        assertEquals(List.of("-10.0-10.0 across", "20.0-25.0 inside"), bars);
    }

    @Test
    void a_wide_span_that_begins_in_the_pixel_of_small_ones_keeps_its_own_bar() {
        List<String> bars = scan("""
                1 - timer 10+0.1 ok small
                2 - action 10.3+9 ok wide
                """, new Viewport(0, 100e6), 100);
        assertEquals(List.of("10: 1 at 0.10, 0 bad", "10.3-19.3 wide"), bars);
    }

    @Test
    void the_columns_of_a_million_spans_account_for_every_span_but_are_no_more_than_the_pixels() {
        TraceModel model = TraceModel.of(SampleTrace.synthetic(1_000_000));
        TimelineLayout layout = TimelineLayout.of(model);
        int[] columns = new int[1];
        int[] spans = new int[1];
        int[] troubles = new int[1];
        int[] full = new int[1];
        for (int lane = 0; lane < layout.laneCount(); lane++) {
            LaneScan.scan(layout.lane(lane), Viewport.fitting(layout), 1600, new LaneScan.Bars() {
                @Override
                public void single(double left, double right, int row) {
                    spans[0]++;
                }

                @Override
                public void merged(int pixel, int row, int count, double density, int bad) {
                    columns[0]++;
                    spans[0] += count;
                    troubles[0] += bad;
                    full[0] += density > 0.6 && density <= 1 ? 1 : 0;
                }
            });
        }
        assertEquals(1_000_000, spans[0]);
        assertEquals(model.totals().troublesBelow(0), troubles[0]);
        assertTrue(columns[0] <= 2 * 1600, () -> columns[0] + " columns");
        assertTrue(full[0] >= columns[0] - 2, () -> full[0] + " full columns of " + columns[0]);
    }

    private static List<String> scan(String lines, Viewport viewport, int width) {
        TraceModel model = TraceModel.of(SampleTrace.lines(lines));
        TimelineLayout layout = TimelineLayout.of(model);
        assertEquals(1, layout.laneCount());
        List<String> bars = new ArrayList<>();
        LaneScan.scan(layout.lane(0), viewport, width, new LaneScan.Bars() {
            @Override
            public void single(double left, double right, int row) {
                bars.add(String.format(Locale.ROOT, "%.1f-%.1f %s", left, right, model.name(row)));
            }

            @Override
            public void merged(int pixel, int row, int count, double density, int troubles) {
                bars.add(String.format(Locale.ROOT, "%d: %d at %.2f, %d bad", pixel, count, density, troubles));
            }
        });
        return bars;
    }
}
