package dev.actionscope.inspector.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.runtime.trace.SpanKind;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void tells_how_much_was_under_way_of_what_and_where_it_went_wrong() {
        TraceModel model = TraceModel.of(SampleTrace.lines("""
                1 - action 0+100 ok a
                2 1 fetch 0+20 ok b
                3 1 db 10+10 ok c
                4 1 fetch 10+10 ok d
                5 1 timer 55+5 error e
                """));
        Overview overview = Overview.of(model, new Viewport(0, 100e6), 10);
        assertEquals(1.0 / 3, overview.height(0), 1e-6);
        assertEquals(1, overview.height(1), 1e-6);
        assertEquals(0, overview.height(3), 1e-6);
        assertEquals(0.5 / 3, overview.height(5), 1e-6);
        assertEquals(SpanKind.FETCH, overview.kind(1));
        assertEquals(SpanKind.TIMER, overview.kind(5));
        assertTrue(overview.hasTrouble(5));
        assertFalse(overview.hasTrouble(1));
    }
}
