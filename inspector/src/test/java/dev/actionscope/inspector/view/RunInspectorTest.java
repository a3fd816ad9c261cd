package dev.actionscope.inspector.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.SampleRuns;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(FxExtension.class)
class RunInspectorTest {
    private final TraceSelection selection = new TraceSelection();
    private final List<SourcePosition> visited = new ArrayList<>();

    private RunInspector inspector() {
        return new RunInspector(selection, visited::add, new LargeValues() {
            @Override
            public void load(long spanId, String attribute, Consumer<JsonNode> whenLoaded) {
                whenLoaded.accept(JsonMapper.shared().readTree("[{\"sku\":\"MS-12\",\"price\":49.9}]"));
            }
        });
    }

    private RunInspector shown(FxScene scene, Theme theme, RunResult result, double width, double height) {
        RunInspector inspector = FxThread.call(this::inspector);
        scene.show(width, height, () -> inspector, theme::apply);
        FxThread.run(() -> inspector.show(result));
        FxThread.frames(3);
        return inspector;
    }

    private static String name(String view, Theme theme) {
        return view + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    void tree_and_timeline_show_an_order_flow(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.orders(), 1560, 330);
        FxThread.run(() -> selection.select(12));
        Node lanes = fx.find("#timeline-lanes");
        fx.hover(lanes, 200, 40);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("calls-orders", theme)));
        assertEquals(InspectorTab.CALLS, inspector.selected());
        String summary =
                fx.find("#timeline-summary", javafx.scene.control.Label.class).getText();
        assertEquals("196 ms  ·  17 spans  ·  3 failed  ·  1 dangling", summary);
    }

    @ParameterizedTest
    @EnumSource
    void details_stand_beside_the_timeline(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.sendGif(), 1560, 360);
        FxThread.run(() -> {
            inspector.calls().detailsShownProperty().set(true);
            selection.select(2);
        });
        FxThread.frames(3);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("calls-details", theme)));
        assertTrue(fx.shows("#span-attributes"));
    }

    @ParameterizedTest
    @EnumSource
    void the_console_shows_levels_and_long_lines(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.orders(), 1200, 300);
        FxThread.run(() -> inspector.select(InspectorTab.CONSOLE));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("console", theme)));
        assertTrue(fx.shows("placing order for u_81"));
    }

    @ParameterizedTest
    @EnumSource
    void findings_open_into_an_explanation(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.orders(), 1200, 460);
        FxThread.run(() -> inspector.select(InspectorTab.FINDINGS));
        FxThread.frames(2);
        fx.click(fx.all(".fold-button").getFirst());
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("findings", theme)));
        fx.click(fx.all(".span-chip").getFirst());
        assertEquals(OptionalLong.of(16), selection.spanId());
        fx.click("orders.ts:45");
        assertEquals("convex/orders.ts:45:5", visited.getLast().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_run_shows_its_error_with_frames_to_click(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.orders(), 1000, 380);
        FxThread.run(() -> inspector.select(InspectorTab.RESULT));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("result-error", theme)));
        fx.click("convex/payments.ts:48:5");
        assertEquals("convex/payments.ts:48:5", visited.getLast().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_value_is_shown_with_convex_types_and_as_raw_json(Theme theme, FxScene scene, FxDriver fx) {
        RunInspector inspector = shown(scene, theme, SampleRuns.placed(), 1000, 380);
        FxThread.run(() -> inspector.select(InspectorTab.RESULT));
        FxThread.frames(2);
        assertTrue(fx.shows("123n"));
        assertTrue(fx.shows("NaN"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture(name("result-value", theme)));
        fx.click("#result-raw");
        assertTrue(fx.find("#result-raw-text", TextArea.class).getText().contains("\"$integer\""));
    }

    @Test
    void tree_timeline_and_details_follow_one_selection(FxScene scene, FxDriver fx) {
        shown(scene, Theme.DARK, SampleRuns.orders(), 1560, 420);
        fx.click("cart:items");
        assertEquals(OptionalLong.of(2), selection.spanId());
        Node lanes = fx.find("#timeline-lanes");
        fx.click(lanes, 10, 12);
        assertEquals(OptionalLong.of(1), selection.spanId());
        fx.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(OptionalLong.of(2), selection.spanId());
        fx.press(KeyCode.ENTER);
        assertEquals("convex/orders.ts:16:5", visited.getLast().toString());
        fx.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(OptionalLong.of(5), selection.spanId());
    }

    @Test
    void a_run_is_shown_while_it_goes_on(FxScene scene, FxDriver fx) {
        RunInspector inspector = FxThread.call(this::inspector);
        scene.show(1560, 330, () -> inspector, Theme.DARK::apply);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("calls-empty-dark"));
        RunResult orders = SampleRuns.orders();
        FxThread.run(() -> {
            inspector.begin("orders:place");
            inspector.progress(
                    orders.spans().subList(0, 1).stream()
                            .map(SampleRuns::running)
                            .toList(),
                    orders.logs().subList(0, 2));
        });
        FxThread.waitUntil("the first call", () -> fx.shows("orders:place"));
        FxThread.run(() ->
                inspector.progress(orders.spans().subList(1, 6), orders.logs().subList(2, 3)));
        FxThread.waitUntil("a later call", () -> fx.shows("cart:items"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("calls-running-dark"));
        FxThread.run(() -> inspector.select(InspectorTab.RESULT));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("result-running-dark"));
        FxThread.run(() -> inspector.end(orders));
        FxThread.frames(3);
        assertTrue(fx.shows("#error-message"));
        FxThread.run(() -> inspector.select(InspectorTab.CALLS));
        FxThread.waitUntil(
                "all lines", () -> inspector.console().lineCountProperty().get() == 7);
        assertEquals(List.of(16L), FxThread.call(() -> inspector.model().spansAt("convex/orders.ts", 45)));
    }
}
