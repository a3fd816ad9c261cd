package dev.actionscope.inspector.view.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.view.InspectorStyles;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class RunsViewTest {
    private static final long NOW = 1_800_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void runs_are_listed_filtered_and_picked(Theme theme, FxScene scene, FxDriver fx) {
        List<String> picked = new ArrayList<>();
        RunsView view = FxThread.call(
                () -> new RunsView(InstantSource.fixed(Instant.ofEpochMilli(NOW)), run -> picked.add(run.runId())));
        scene.show(300, 420, () -> view, shown -> {
            theme.apply(shown);
            shown.getStylesheets().add(InspectorStyles.address());
        });
        FxThread.run(() -> view.show(List.of(
                new RunSummary(
                        "r1", "messages:sendGif", RunStatus.SUCCESS, NOW - 4_000_000, 84_600_000, 4, 0, "recordings/1"),
                new RunSummary(
                        "r2", "orders:place", RunStatus.ERROR, NOW - 130_000, 184_200_000, 17, 4, "recordings/2"),
                new RunSummary(
                        "r3", "reports:nightly", RunStatus.TIMEOUT, NOW - 90_000_000, 600_000_000_000L, 1284, 1, null),
                new RunSummary(
                        "r4", "images:resize", RunStatus.OUT_OF_MEMORY, NOW - 30_000, 2_300_000_000L, 12, 1, null),
                new RunSummary("r5", "orders:place", null, NOW - 2_000, 0, 3, 0, null),
                new RunSummary("r6", "email:sendReceipt", RunStatus.CANCELED, NOW - 700_000, 12_000_000, 2, 0, null))));
        FxThread.frames(2);
        fx.click("images:resize");
        Snapshot.saveVisible(
                scene.scene(), Snapshot.picture("runs-" + theme.name().toLowerCase(Locale.ROOT)));
        assertEquals(List.of("r4"), picked);
        fx.click("#runs-filter");
        fx.type("orders");
        FxThread.frames(2);
        assertFalse(fx.shows("images:resize"));
        assertEquals(List.of("r4"), picked);
    }
}
