package dev.actionscope.inspector.view.runs;

import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.runs.RunList;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.host.RunSummary;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A run: its status, function, age, duration, and how many findings it gave.
final class RunCell extends ListCell<RunSummary> {
    private final InstantSource clock;
    private final StackPane icon = new StackPane();
    private final Label function = new Label();
    private final Label when = new Label();
    private final Label facts = new Label();
    private final Label findings = new Label(null, Icons.PROBLEM_WARNING.view("icon-tiny"));
    private final HBox box;

    RunCell(InstantSource clock) {
        this.clock = clock;
        getStyleClass().add("run-cell");
        function.getStyleClass().addAll("mono", "run-function");
        when.getStyleClass().addAll("dim", "small");
        when.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().addAll("dim", "small");
        findings.getStyleClass().addAll("small", "run-findings");
        findings.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(8, function, Tools.spacer(), when);
        first.setAlignment(Pos.BASELINE_LEFT);
        HBox second = new HBox(8, facts, Tools.spacer(), findings);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(2, first, second);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        icon.setMinWidth(18);
        box = new HBox(8, icon, text);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RunSummary run, boolean nothing) {
        super.updateItem(run, nothing);
        setText(null);
        if (nothing || run == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.getChildren()
                .setAll(SpanLook.icon(run.status()).view("icon-small", "tone-" + SpanLook.tone(run.status())));
        function.setText(run.function());
        when.setText(RunList.ago(run.startedAtMillis(), clock.millis()));
        String duration = run.status() == null ? "" : Quantities.duration(run.durationNanos()) + "  ·  ";
        facts.setText(
                SpanLook.words(run.status()) + "  ·  " + duration + Quantities.count(run.spanCount(), "span", "spans"));
        findings.setText(Quantities.count(run.findingCount()));
        findings.setVisible(run.findingCount() > 0);
        setTooltip(new Tooltip(run.function() + ": " + SpanLook.words(run.status())
                + (run.recording() == null ? "\nnot recorded" : "\n" + run.recording())));
        setGraphic(box);
    }
}
