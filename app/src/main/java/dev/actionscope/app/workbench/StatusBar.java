package dev.actionscope.app.workbench;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.host.HostState;
import dev.actionscope.app.run.RunState;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Severity;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: the host, the project, its problems, the last run; the caret, the encoding, the theme.
final class StatusBar extends HBox {
    private final Label host = new Label();
    private final Label stage = new Label();
    private final Button problems;
    private final Label run = new Label();
    private final Label message = new Label();
    private final Label caret = new Label();
    private final Label encoding = new Label();
    private final Label language = new Label();
    private final Button theme;

    StatusBar(CommandRegistry commands) {
        getStyleClass().add("status-bar");
        problems = flat(commands.get("view.problems"));
        theme = flat(commands.get("view.theme"));
        message.getStyleClass().add("status-message");
        message.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label label : new Label[] {host, stage, run, caret, encoding, language}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        getChildren().setAll(host, stage, problems, run, message, space, caret, encoding, language, theme);
    }

    void showHost(HostState state) {
        host.setText(state.text());
        host.setGraphic((switch (state) {
                    case HostState.Starting() -> Icons.RUNNING;
                    case HostState.Ready() -> Icons.SUCCESS;
                    case HostState.Ended(String reason) -> Icons.FAILURE;
                })
                .view("icon-small"));
    }

    void showProject(@Nullable ProjectState state) {
        stage.setText(state == null ? "" : stage(state));
        long errors = state == null
                ? 0
                : state.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .count();
        int all = state == null ? 0 : state.problems().size();
        problems.setVisible(state != null);
        problems.setText(all == 0 ? "No problems" : all == 1 ? "1 problem" : all + " problems");
        problems.setGraphic(
                (errors > 0 ? Icons.PROBLEM_ERROR : all > 0 ? Icons.PROBLEM_WARNING : Icons.CHECK).view("icon-small"));
    }

    void showRun(RunState state) {
        run.setText(
                switch (state) {
                    case RunState.Idle() -> "";
                    case RunState.Starting starting -> "Starting " + starting.function() + "…";
                    case RunState.Running running ->
                        running.function() + (running.isStopping() ? " is stopping…" : " is running…");
                    case RunState.Ended ended -> describe(ended.result());
                    case RunState.Lost lost -> lost.function() + " was canceled";
                });
        run.setGraphic(icon(state).view("icon-small"));
    }

    /// One line that stays until the next one.
    void say(String line) {
        message.setText(line);
    }

    void showCaret(String place, String charset, String name) {
        caret.setText(place);
        encoding.setText(charset);
        language.setText(name);
    }

    void showTheme(boolean isDark) {
        theme.setText(isDark ? "Dark" : "Light");
    }

    private static Icons icon(RunState state) {
        return switch (state) {
            case RunState.Ended ended -> ended.result().status() == RunStatus.SUCCESS ? Icons.SUCCESS : Icons.FAILURE;
            case RunState.Lost lost -> Icons.CANCELED;
            default -> Icons.RUNNING;
        };
    }

    private static String describe(RunResult result) {
        return result.function() + ": " + result.status().id() + " in " + duration(result.durationNanos());
    }

    static String duration(long nanos) {
        double millis = nanos / 1e6;
        return millis < 10_000
                ? String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    private static String stage(ProjectState state) {
        return switch (state.stage()) {
            case UNUSABLE -> "Not a Convex project";
            case UNTRUSTED -> "Not trusted";
            case PACKAGES_MISSING -> "Packages missing";
            case INSTALLING -> "Installing packages…";
            case BUILDING -> "Building…";
            case READY ->
                state.isStale()
                        ? "Last good build"
                        : "Built in " + state.buildMillis() + " ms · "
                                + state.functions().size() + " functions";
            case BROKEN -> "Does not build";
        };
    }

    private static Button flat(Command command) {
        Button button = CommandButton.text(command, "", "status-button");
        button.setId("status-" + command.id().replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
