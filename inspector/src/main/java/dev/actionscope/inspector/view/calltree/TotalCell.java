package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.view.SpanLook;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A call's total time: a bar that shows when in the run it was, and the figure.
final class TotalCell extends CallTreeColumns.CallCell {
    /// Widths of the column.
    static final double WITH_BAR = 136;

    static final double WITHOUT_BAR = 76;

    private static final double BAR = 56;
    private static final double HEIGHT = 5;
    private static final double LEAST = 2;

    private final Region part = new Region();
    private final Pane track = new Pane(part);
    private final Label figure = new Label();
    private final HBox box = new HBox(8, track, figure);

    TotalCell(Supplier<CallTree> tree) {
        super(tree);
        getStyleClass().add("total-cell");
        part.setManaged(false);
        track.getStyleClass().add("total-track");
        track.setMinSize(BAR, HEIGHT);
        track.setMaxSize(BAR, HEIGHT);
        track.visibleProperty().bind(widthProperty().greaterThan(WITHOUT_BAR));
        track.managedProperty().bind(track.visibleProperty());
        figure.getStyleClass().add("figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    void showCall(int row) {
        TraceModel model = tree().model();
        double run = Math.max(1, model.endNanos() - model.startNanos());
        double left = (model.start(row) - model.startNanos()) / run * BAR;
        double width = Math.max(LEAST, model.total(row) / run * BAR);
        part.getStyleClass().setAll("total-bar", SpanLook.styleClass(model.kind(row)));
        part.resizeRelocate(Math.min(left, BAR - width), 0, width, HEIGHT);
        figure.setText(Quantities.duration(model.total(row)));
        setAccessibleText("total " + figure.getText());
        setGraphic(box);
    }
}
