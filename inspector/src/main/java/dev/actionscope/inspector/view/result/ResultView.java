package dev.actionscope.inspector.view.result;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.result.ResultState;
import dev.actionscope.inspector.value.ValueNode;
import dev.actionscope.inspector.view.StatusPill;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.inspector.view.value.ValueTreeView;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// What a run gave back: its status and figures, and its value or its error. While it goes on: for how long.
public final class ResultView extends BorderPane {
    private static final double TICK_MILLIS = 100;

    private final SourceNavigator navigator;
    private final StatusPill status = new StatusPill();
    private final Label function = new Label();
    private final Label figures = new Label();
    private final ToggleButton raw = Tools.toggle(Icons.RESULT, "Show as raw JSON");
    private final Button copy = Tools.button(Icons.COPY, "Copy the result", this::copy);
    private final HBox header = new HBox(10);
    private final StackPane body = new StackPane();
    private final Label elapsed = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(TICK_MILLIS), event -> tick()));
    private ResultState state = new ResultState.NothingRun();

    public ResultView(SourceNavigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("result");
        setMinSize(0, 0);
        clock.setCycleCount(Animation.INDEFINITE);
        function.getStyleClass().addAll("mono", "strong");
        figures.getStyleClass().addAll("dim", "small");
        elapsed.getStyleClass().addAll("mono", "result-elapsed");
        elapsed.setId("result-elapsed");
        raw.setId("result-raw");
        raw.selectedProperty().addListener(change -> show(state));
        header.getStyleClass().addAll("panel-header", "ruled", "result-header");
        header.getChildren().addAll(status, function, figures, Tools.spacer(), raw, copy);
        setTop(header);
        setCenter(body);
        show(state);
    }

    /// Shows what is known of a run.
    public void show(ResultState shown) {
        state = shown;
        clock.stop();
        header.setVisible(!(shown instanceof ResultState.NothingRun));
        header.setManaged(header.isVisible());
        switch (shown) {
            case ResultState.NothingRun() ->
                body.getChildren()
                        .setAll(new EmptyState(
                                Icons.RUN,
                                "Nothing was run yet",
                                "Pick a function, give it arguments and press Run: what it returns appears here."));
            case ResultState.Running(String name, long startedNanos) -> showRunning(name);
            case ResultState.Ended(RunResult result) -> showEnded(result);
        }
    }

    private void showRunning(String name) {
        status.show((dev.actionscope.runtime.trace.RunStatus) null);
        function.setText(name);
        figures.setText("");
        raw.setVisible(false);
        copy.setVisible(false);
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setPrefWidth(260);
        Label what = new Label("Running " + name + " …");
        what.getStyleClass().add("dim");
        VBox box = new VBox(12, elapsed, progress, what);
        box.setAlignment(Pos.CENTER);
        body.getChildren().setAll(box);
        clock.play();
        tick();
    }

    private void tick() {
        if (state instanceof ResultState.Running(String name, long startedNanos)) {
            elapsed.setText(Quantities.duration((System.nanoTime() - startedNanos) / 100_000_000 * 100_000_000));
        }
    }

    private void showEnded(RunResult result) {
        status.show(result.status());
        function.setText(result.function());
        figures.setText(String.join(
                "   ·   ",
                Quantities.duration(result.durationNanos()),
                Quantities.bytes(result.peakHeapBytes()) + " peak",
                result.engine(),
                result.runtime().equals("node") ? "Node runtime" : "Convex runtime"));
        copy.setVisible(true);
        RunError error = result.error();
        raw.setVisible(error == null);
        if (error != null) {
            body.getChildren().setAll(new ErrorPane(error, navigator));
        } else {
            JsonNode value = result.value() == null ? NullNode.getInstance() : result.value();
            body.getChildren().setAll(raw.isSelected() ? rawText(value) : tree(value));
        }
    }

    private static Node tree(JsonNode value) {
        ValueTreeView tree = new ValueTreeView(null);
        tree.setId("result-value");
        tree.setAccessibleText("Returned value");
        tree.show(List.of(ValueNode.of("", value)));
        return tree;
    }

    private static Node rawText(JsonNode value) {
        TextArea text = new TextArea(value.toPrettyString());
        text.setId("result-raw-text");
        text.setEditable(false);
        text.getStyleClass().addAll("code", "flat-text");
        return text;
    }

    private void copy() {
        if (state instanceof ResultState.Ended(RunResult result)) {
            Tools.copy(ResultText.of(result));
        }
    }
}
