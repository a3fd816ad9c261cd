package dev.actionscope.inspector.view.calltree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.SampleRuns;
import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.view.InspectorStyles;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class CallTreeViewTest {
    private final TraceSelection selection = new TraceSelection();
    private final List<SourcePosition> visited = new ArrayList<>();

    private CallTreeView shown(FxScene scene, TraceModel model) {
        CallTreeView view = FxThread.call(() -> new CallTreeView(selection, visited::add));
        scene.show(720, 520, () -> view, shown -> {
            Theme.DARK.apply(shown);
            shown.getStylesheets().add(InspectorStyles.address());
        });
        FxThread.run(() -> view.show(model));
        FxThread.frames(2);
        return view;
    }

    private static int rows(FxDriver fx) {
        TreeTableView<?> table = fx.find("#call-tree", TreeTableView.class);
        return FxThread.call(table::getExpandedItemCount);
    }

    @Test
    void calls_are_walked_opened_and_copied_with_the_keyboard(FxScene scene, FxDriver fx) {
        shown(scene, TraceModel.of(SampleRuns.orders().spans()));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("call-tree-dark"));
        assertEquals(17, rows(fx));
        fx.click("orders:place");
        fx.press(KeyCode.DOWN);
        assertEquals(OptionalLong.of(2), selection.spanId());
        fx.press(KeyCode.LEFT);
        assertEquals(15, rows(fx));
        fx.press(KeyCode.ENTER);
        assertEquals("convex/orders.ts:16:5", visited.getLast().toString());
        fx.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals(
                "cart:items\tquery\tok\ttotal 38.4 ms\tself 9.80 ms\t93.8 KiB\tconvex/orders.ts:16:5", fx.clipboard());
    }

    @Test
    void a_filter_shows_matches_and_what_leads_there(FxScene scene, FxDriver fx) {
        shown(scene, TraceModel.of(SampleRuns.orders().spans()));
        fx.click("#call-tree-filter");
        fx.type("status:error kind:fetch");
        FxThread.waitUntil("the matches", () -> fx.shows("1 match"));
        assertEquals(3, rows(fx));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("call-tree-filtered-dark"));
        fx.press(KeyCode.ESCAPE);
        FxThread.waitUntil("all calls", () -> !fx.shows("1 match"));
        assertEquals(17, rows(fx));
    }

    @Test
    void a_click_on_a_header_sorts_each_level(FxScene scene, FxDriver fx) {
        CallTreeView view = shown(scene, TraceModel.of(SampleRuns.orders().spans()));
        fx.click("Total");
        fx.click("Total");
        FxThread.frames(2);
        assertEquals("GET rates.example.com/eur", nameAt(view, fx, 1));
        FxThread.run(() -> selection.select(4));
        assertEquals("get users", FxThread.call(() -> view.tree().model().name(view.selectedRow())));
    }

    @Test
    void selecting_elsewhere_opens_and_shows_the_call_even_in_a_long_level(FxScene scene, FxDriver fx) {
        CallTreeView view = shown(scene, TraceModel.of(SampleTrace.synthetic(20_000)));
        assertTrue(rows(fx) < 5_000);
        assertTrue(FxThread.call(() -> view.tree().children(0).size()) <= 201);
        FxThread.run(() -> selection.select(15_007));
        FxThread.frames(2);
        assertEquals(15_007, FxThread.call(() -> view.tree().model().id(view.selectedRow())));
        assertTrue(fx.shows(FxThread.call(() -> view.tree().model().name(view.selectedRow()))));
    }

    @Test
    void calls_appear_while_a_run_goes_on_and_what_was_closed_stays_closed(FxScene scene, FxDriver fx) {
        List<Span> spans = SampleRuns.orders().spans();
        TraceModel model = TraceModel.of(List.of(spans.getFirst()));
        CallTreeView view = shown(scene, model);
        FxThread.run(() -> {
            model.apply(spans.subList(1, 4));
            view.refresh();
        });
        FxThread.frames(2);
        assertTrue(fx.shows("get users"));
        fx.click("cart:items");
        fx.press(KeyCode.LEFT);
        FxThread.run(() -> {
            model.apply(spans.subList(4, spans.size()));
            view.refresh();
        });
        FxThread.frames(2);
        assertTrue(fx.shows("audit:record"));
        assertFalse(fx.shows("get users"));
    }

    @Test
    void levels_are_opened_and_closed_together(FxScene scene, FxDriver fx) {
        CallTreeView view = shown(scene, TraceModel.of(SampleTrace.synthetic(20_000)));
        FxThread.run(() -> view.expandToDepth(2));
        assertEquals(202, rows(fx));
        FxThread.run(() -> view.expandToDepth(3));
        assertEquals(1 + 200 * 10 + 1, rows(fx));
        FxThread.run(() -> view.expandToDepth(1));
        assertEquals(1, rows(fx));
        fx.click("load:all");
        fx.press(KeyCode.MULTIPLY);
        assertEquals(2_002, rows(fx));
        assertEquals(OptionalLong.of(1), selection.spanId());
    }

    private static String nameAt(CallTreeView view, FxDriver fx, int row) {
        TreeTableView<?> table = fx.find("#call-tree", TreeTableView.class);
        return FxThread.call(() -> {
            table.getSelectionModel().select(row);
            return view.tree().model().name(view.selectedRow());
        });
    }
}
