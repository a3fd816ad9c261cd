package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A line that sums the run up, and the buttons that zoom the timeline.
public final class TimelineTools extends HBox {
    private final TimelineViewModel timeline;
    private final Label summary = new Label();
    private TraceModel summedUp = new TraceModel();
    private long revision = -1;

    public TimelineTools(TimelineViewModel timeline) {
        super(4);
        this.timeline = timeline;
        setAlignment(Pos.CENTER_RIGHT);
        summary.getStyleClass().addAll("dim", "small");
        summary.setId("timeline-summary");
        HBox.setMargin(summary, new javafx.geometry.Insets(0, 8, 0, 8));
        getChildren()
                .addAll(
                        summary,
                        Tools.button(Icons.ZOOM_IN, "Zoom in (+)", () -> timeline.zoom(TimelineViewModel.ZOOM_STEP)),
                        Tools.button(
                                Icons.ZOOM_OUT, "Zoom out (-)", () -> timeline.zoom(1 / TimelineViewModel.ZOOM_STEP)),
                        Tools.button(Icons.ZOOM_FIT, "Show everything (0)", timeline::fit));
        timeline.onChange(this::sumUp);
        sumUp();
    }

    private void sumUp() {
        TraceModel model = timeline.model();
        if (model == summedUp && revision == model.revision()) {
            return;
        }
        summedUp = model;
        revision = model.revision();
        List<String> parts = new ArrayList<>();
        if (model.size() > 0) {
            parts.add(Quantities.duration(model.endNanos() - model.startNanos()));
            parts.add(Quantities.count(model.size(), "span", "spans"));
            add(parts, model.totals().count(SpanStatus.RUNNING), "running");
            add(parts, model.totals().count(SpanStatus.ERROR), "failed");
            add(parts, model.totals().count(SpanStatus.DANGLING), "dangling");
        }
        summary.setText(String.join("  ·  ", parts));
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(Quantities.count(count) + " " + what);
        }
    }
}
