package dev.actionscope.app.run;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How the last run ended, in two lines beside the Run button; a click opens the whole result.
final class ResultLine extends StackPane {
    private static final int MAX_CHARACTERS = 400;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label status = new Label();
    private final Label value = new Label();

    ResultLine(Command openResult) {
        value.getStyleClass().addAll("mono", "result-value");
        value.setMinWidth(0);
        status.getStyleClass().add("result-status");
        VBox lines = new VBox(status, value);
        lines.getStyleClass().add("result-lines");
        Button button = CommandButton.text(openResult, null, "result-line");
        button.setId("result-line");
        button.setGraphic(lines);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(button);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Shows the end of a run; nothing while there is none.
    void show(RunState state) {
        switch (state) {
            case RunState.Ended(String function, RunResult result) -> show(result);
            case RunState.Lost(String function, String reason) ->
                show(Icons.CANCELED, "canceled · " + function, reason, true);
            default -> setVisible(false);
        }
    }

    private void show(RunResult result) {
        boolean isFine = result.status() == RunStatus.SUCCESS;
        RunError error = result.error();
        String text = error != null
                ? error.message()
                : result.value() != null ? result.value().toString() : "";
        show(
                isFine ? Icons.SUCCESS : result.status() == RunStatus.CANCELED ? Icons.CANCELED : Icons.FAILURE,
                result.status().id() + " · " + result.function() + " · "
                        + String.format(Locale.ROOT, "%.1f ms", result.durationNanos() / 1e6),
                text,
                !isFine);
    }

    private void show(Icons icon, String title, String text, boolean isFailed) {
        status.setText(title);
        status.setGraphic(icon.view("icon-small"));
        String line = text.lines().findFirst().orElse("");
        value.setText(line.length() > MAX_CHARACTERS ? line.substring(0, MAX_CHARACTERS) + "…" : line);
        value.setManaged(!line.isEmpty());
        pseudoClassStateChanged(FAILED, isFailed);
        setVisible(true);
    }
}
