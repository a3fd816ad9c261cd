package dev.actionscope.inspector.view.result;

import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.value.ValueNode;
import dev.actionscope.inspector.view.value.ValueTreeView;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tools.jackson.databind.JsonNode;

/// Why a run failed: the message, what a `ConvexError` carried, and the frames, each a link to its line.
final class ErrorPane extends ScrollPane {
    private static final double DATA_ROW = 22;
    private static final int MOST_DATA_ROWS = 10;

    ErrorPane(RunError error, SourceNavigator navigator) {
        setFitToWidth(true);
        getStyleClass().add("error-pane");
        Label message = new Label(error.message());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.setMaxWidth(Double.MAX_VALUE);
        message.getStyleClass().addAll("mono", "error-message");
        message.setId("error-message");
        VBox content = new VBox(14, message);
        content.getStyleClass().add("error-content");
        JsonNode data = error.data();
        if (data != null) {
            content.getChildren().add(section("Data", data(data)));
        }
        if (!error.frames().isEmpty()) {
            VBox frames = new VBox(2);
            error.frames().forEach(frame -> frames.getChildren().add(frame(frame, navigator)));
            content.getChildren().add(section("Stack", frames));
        }
        setContent(content);
    }

    private static VBox section(String title, Region content) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        return new VBox(6, label, content);
    }

    private static ValueTreeView data(JsonNode data) {
        ValueTreeView tree = new ValueTreeView(null);
        ValueNode node = ValueNode.of("", data);
        tree.show(node.isLeaf() ? List.of(node) : node.children());
        double rows = Math.min(MOST_DATA_ROWS, Math.max(1, tree.getExpandedItemCount()));
        tree.setPrefHeight(rows * DATA_ROW + 12);
        tree.setMinHeight(Region.USE_PREF_SIZE);
        return tree;
    }

    private static HBox frame(Frame frame, SourceNavigator navigator) {
        Label function = new Label(frame.function().isEmpty() ? "<anonymous>" : frame.function());
        function.getStyleClass().addAll("mono", "frame-function");
        HBox box = new HBox(10, function);
        box.setAlignment(Pos.BASELINE_LEFT);
        box.getStyleClass().add("stack-frame");
        SourcePosition position = frame.position();
        if (position != null) {
            Hyperlink link = new Hyperlink(position.toString());
            link.getStyleClass().add("mono");
            link.setOnAction(event -> {
                link.setVisited(false);
                navigator.open(position);
            });
            box.getChildren().add(link);
        }
        if (position == null || !position.isUserCode()) {
            box.getStyleClass().add("package-frame");
        }
        return box;
    }
}
