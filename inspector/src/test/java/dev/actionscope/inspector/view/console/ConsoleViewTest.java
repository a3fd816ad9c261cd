package dev.actionscope.inspector.view.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.SampleRuns;
import dev.actionscope.inspector.view.InspectorStyles;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ConsoleViewTest {
    private final List<SourcePosition> visited = new ArrayList<>();

    private ConsoleView shown(FxScene scene) {
        ConsoleView view = FxThread.call(() -> new ConsoleView(visited::add));
        scene.show(900, 320, () -> view, shown -> {
            Theme.DARK.apply(shown);
            shown.getStylesheets().add(InspectorStyles.address());
        });
        return view;
    }

    private static void append(ConsoleView view, List<LogLine> lines, int expected) {
        FxThread.run(() -> view.append(lines));
        FxThread.waitUntil(expected + " lines", () -> view.lineCountProperty().get() == expected);
        FxThread.frames(2);
    }

    @Test
    void levels_and_text_filter_the_lines(FxScene scene, FxDriver fx) {
        ConsoleView view = shown(scene);
        append(view, SampleRuns.orders().logs(), 7);
        fx.click("#console-level-warn");
        assertFalse(fx.shows("stripe answered 402, giving up"));
        fx.click("#console-filter");
        fx.type("rates");
        FxThread.frames(2);
        assertEquals(
                1,
                FxThread.call(() ->
                        fx.find("#console-lines", ListView.class).getItems().size()));
        fx.click("payments.ts:23");
        assertEquals("convex/payments.ts:23:5", visited.getLast().toString());
    }

    @Test
    void a_long_entry_is_unfolded_and_copied(FxScene scene, FxDriver fx) {
        ConsoleView view = shown(scene);
        append(view, SampleRuns.orders().logs(), 7);
        fx.click("order {");
        fx.press(KeyCode.ENTER);
        FxThread.frames(2);
        assertTrue(fx.shows("  total: 1061.85"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("console-unfolded-dark"));
        fx.click("placing order for u_81");
        fx.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals("00:00.001 log placing order for u_81  (convex/orders.ts:14)", fx.clipboard());
    }

    @Test
    void a_flood_of_lines_is_kept_to_the_last_hundred_thousand_and_followed(FxScene scene, FxDriver fx) {
        ConsoleView view = shown(scene);
        for (int batch = 0; batch < 30; batch++) {
            int from = batch * 5_000;
            FxThread.run(() -> view.append(IntStream.range(from, from + 5_000)
                    .mapToObj(i -> new LogLine(LogLevel.LOG, "line " + i, null, 1, i))
                    .toList()));
        }
        FxThread.waitUntil("the last line", () -> fx.shows("line 149999"));
        assertEquals(100_000, FxThread.call(() -> view.lineCountProperty().get()));
    }
}
