package dev.actionscope.inspector.calltree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.SpanQuery;
import dev.actionscope.inspector.model.TraceModel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallTreeTest {
    private static final String ORDERS = """
            1 - action 0+100 ok place
            2 1 query 0+30 ok price
            3 2 db 5+20 ok items
            4 1 fetch 30+50 error charge
            5 1 mutation 80+10 ok insert
            """;

    @Test
    void levels_are_in_order_of_start_until_they_are_sorted() {
        CallTree tree = new CallTree(TraceModel.of(SampleTrace.lines(ORDERS)));
        assertEquals("price charge insert", names(tree, 0));
        tree.sort(CallTreeOrder.TOTAL, true);
        assertEquals("charge price insert", names(tree, 0));
        tree.sort(CallTreeOrder.NAME, false);
        assertEquals("charge insert price", names(tree, 0));
        tree.sort(CallTreeOrder.STATUS, true);
        assertEquals("charge", names(tree, 0).split(" ")[0]);
    }

    @Test
    void a_filter_keeps_what_matches_and_what_leads_there() {
        CallTree tree = new CallTree(TraceModel.of(SampleTrace.lines(ORDERS)));
        tree.filter(SpanQuery.parse("kind:db"));
        assertEquals("place", names(tree, TraceModel.NO_ROW));
        assertEquals("price", names(tree, 0));
        assertFalse(tree.isMatch(1));
        assertTrue(tree.isMatch(2));
        assertTrue(tree.hasChildren(1));
        assertFalse(tree.hasChildren(2));
        assertTrue(tree.isHidden(3));
        assertEquals(1, tree.matchCount());
    }

    @Test
    void long_levels_are_cut_and_shown_piece_by_piece() {
        CallTree tree = new CallTree(TraceModel.of(SampleTrace.synthetic(10_001)));
        List<CallTreeRow> first = tree.children(0);
        assertEquals(CallTree.LEVEL_CAP + 1, first.size());
        assertEquals(new CallTreeRow.More(0, 1000 - CallTree.LEVEL_CAP), first.getLast());
        tree.showMore(0);
        assertEquals(2 * CallTree.LEVEL_CAP + 1, tree.children(0).size());
        int last = tree.model().rowOf(9_992);
        tree.reveal(last);
        assertTrue(tree.children(0).contains(new CallTreeRow.Call(last)));
        assertEquals(1000, tree.children(0).size());
    }

    @Test
    void a_subtree_is_copied_as_indented_text() {
        TraceModel model = TraceModel.of(SampleTrace.lines(ORDERS));
        assertEquals("""
                price\tquery\tok\ttotal 30.0 ms\tself 10.0 ms\t–\t
                  items\tdb\tok\ttotal 20.0 ms\tself 20.0 ms\t–\t
                """, CallText.subtree(model, 1, 100));
        assertEquals(5, CallText.subtree(model, 0, 100).lines().count());
        assertEquals(2, CallText.subtree(model, 0, 2).lines().count());
    }

    private static String names(CallTree tree, int parent) {
        return tree.children(parent).stream()
                .map(row -> switch (row) {
                    case CallTreeRow.Call call -> tree.model().name(call.row());
                    case CallTreeRow.More more -> "+" + more.hidden();
                })
                .collect(Collectors.joining(" "));
    }
}
