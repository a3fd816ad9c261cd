package dev.actionscope.inspector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceModelTest {
    private static final long MS = 1_000_000;

    @Test
    void self_time_counts_overlapping_children_once() {
        TraceModel model = TraceModel.of(SampleTrace.lines("""
                1 - action 0+100 ok orders:place
                2 1 fetch 10+40 ok a
                3 1 fetch 30+40 ok b
                4 1 fetch 35+5 ok inside b
                5 1 query 80+10 ok c
                """));
        assertEquals(30 * MS, model.self(0));
        assertEquals(40 * MS, model.self(1));
    }

    @Test
    void self_time_ignores_what_children_do_after_their_parent_has_ended() {
        TraceModel model = TraceModel.of(SampleTrace.lines("""
                1 - action 0+50 ok a
                2 1 fetch 40+100 dangling b
                """));
        assertEquals(40 * MS, model.self(0));
        assertEquals(140 * MS, model.totals().subtreeEnd(0));
    }

    @Test
    void self_time_is_the_same_when_children_arrive_out_of_order() {
        List<Span> spans = new ArrayList<>(SampleTrace.lines("""
                1 - action 0+100 ok a
                4 1 fetch 60+20 ok d
                2 1 fetch 10+20 ok b
                3 1 fetch 20+20 ok c
                """));
        assertEquals(50 * MS, TraceModel.of(spans).self(0));
    }

    @Test
    void a_child_that_ends_changes_the_self_time_that_was_already_asked_for() {
        TraceModel model = TraceModel.of(SampleTrace.lines("1 - action 0+100 ok a"));
        assertEquals(100 * MS, model.self(0));
        model.apply(SampleTrace.lines("2 1 fetch 10+20 running b"));
        model.apply(SampleTrace.lines("2 1 fetch 10+30 ok b"));
        assertEquals(70 * MS, model.self(0));
        assertEquals(2, model.size());
    }

    @Test
    void a_running_span_lasts_until_the_present() {
        TraceModel model = TraceModel.of(SampleTrace.lines("1 - action 5+0 running a"));
        assertEquals(1, model.runningCount());
        model.advanceTo(50 * MS);
        assertEquals(45 * MS, model.total(0));
        model.apply(SampleTrace.lines("1 - action 5+60 ok a"));
        assertEquals(60 * MS, model.total(0));
        assertEquals(0, model.runningCount());
    }

    @Test
    void a_span_whose_parent_comes_later_is_a_root_until_then() {
        TraceModel model = TraceModel.of(SampleTrace.lines("""
                3 2 fetch 5+1 ok c
                4 - action 0+9 ok d
                5 2 fetch 6+1 ok e
                """));
        assertEquals(3, model.childCount(TraceModel.NO_ROW));
        model.apply(SampleTrace.lines("2 4 query 4+4 ok b"));
        assertEquals(1, model.childCount(TraceModel.NO_ROW));
        int parent = model.rowOf(2);
        assertEquals(List.of("c", "e"), childNames(model, parent));
        assertEquals(3, model.totals().descendants(model.rowOf(4)));
        assertEquals(2, model.totals().depth(model.rowOf(5)));
    }

    @Test
    void totals_add_up_memory_and_troubles_of_whole_subtrees() {
        SampleTrace trace = new SampleTrace();
        trace.add(1, null, SpanKind.ACTION, "a", 0, 9, SpanStatus.OK, 100L, null, "{}");
        trace.add(2, 1L, SpanKind.MUTATION, "b", 1, 5, SpanStatus.ERROR, 20L, null, "{}");
        trace.add(3, 2L, SpanKind.DB, "c", 2, 1, SpanStatus.OK, null, null, "{}");
        trace.add(4, 2L, SpanKind.DB, "d", 3, 1, SpanStatus.DANGLING, 3L, null, "{}");
        TraceModel model = TraceModel.of(trace.spans());
        assertEquals(123, model.totals().memory(0));
        assertEquals(100, model.ownMemory(0));
        assertEquals(-1, model.ownMemory(2));
        assertEquals(2, model.totals().troublesBelow(0));
        assertEquals(1, model.totals().troublesBelow(1));
        assertEquals(2, model.totals().count(SpanKind.DB));
    }

    @Test
    void a_million_spans_keep_their_tree_their_sums_and_can_be_searched() {
        TraceModel model = TraceModel.of(SampleTrace.synthetic(1_000_000));
        assertEquals(1_000_000, model.size());
        assertEquals(100_000, model.childCount(0));
        assertEquals(999_999, model.totals().descendants(0));
        long calls = 100_000;
        assertEquals(1 + 2 * calls + 3 * (999_999 - calls), model.totals().memory(0));
        assertEquals(980 - 9 * 80 + 0, model.self(1) + 0);
        assertEquals(2, model.totals().depth(model.rowOf(999_999)));
        BitSet errors = SpanQuery.parse("status:error").find(model);
        assertEquals(model.totals().count(SpanStatus.ERROR), errors.cardinality());
        assertTrue(errors.cardinality() > 800);
        BitSet named = SpanQuery.parse("FETCH row13").find(model);
        named.stream().limit(100).forEach(row -> assertEquals("fetch row13", model.name(row)));
        assertEquals(10_000, named.cardinality());
    }

    private static List<String> childNames(TraceModel model, int parent) {
        List<String> names = new ArrayList<>();
        for (int row = model.firstChild(parent); row != TraceModel.NO_ROW; row = model.nextSibling(row)) {
            names.add(model.name(row));
        }
        return names;
    }
}
