package dev.actionscope.inspector.view.timeline;

import dev.actionscope.inspector.calltree.CallText;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceLabel;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.value.ValueText;
import dev.actionscope.inspector.view.SpanLook;
import dev.actionscope.inspector.view.StatusPill;
import dev.actionscope.inspector.view.Tools;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tools.jackson.databind.JsonNode;

/// What is shown of a span while the mouse is over it.
final class SpanCard extends VBox {
    private static final List<String> KEYS =
            List.of("error", "method", "status", "table", "index", "rows", "runAt", "arguments", "result");
    private static final int MOST_KEYS = 4;

    private final Region square = new Region();
    private final Label name = new Label();
    private final StatusPill status = new StatusPill();
    private final Label figures = new Label();
    private final Label place = new Label();
    private final VBox attributes = new VBox(2);

    SpanCard() {
        getStyleClass().addAll("floating", "span-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        name.getStyleClass().addAll("mono", "span-card-name");
        figures.getStyleClass().add("span-card-figures");
        place.getStyleClass().addAll("mono", "span-card-place");
        attributes.getStyleClass().add("span-card-attributes");
        HBox title = new HBox(8, square, name, Tools.spacer(), status);
        title.getStyleClass().add("span-card-title");
        getChildren().addAll(title, figures, attributes, place);
    }

    void show(TraceModel model, int row) {
        square.getStyleClass().setAll("kind-square", SpanLook.styleClass(model.kind(row)));
        name.setText(model.name(row));
        status.show(model.status(row));
        figures.setText(Stream.of(
                        Quantities.duration(model.total(row)) + " total",
                        Quantities.duration(model.self(row)) + " self",
                        CallText.memory(model.ownMemory(row)) + (model.ownMemory(row) < 0 ? " memory" : ""),
                        "at " + Quantities.duration(model.start(row)))
                .collect(Collectors.joining("   ·   ")));
        place.setText(SourceLabel.of(model.position(row)));
        place.setManaged(!place.getText().isEmpty());
        attributes.getChildren().clear();
        for (String key : KEYS) {
            JsonNode value = model.attributes(row).get(key);
            if (value != null && !value.isNull() && attributes.getChildren().size() < MOST_KEYS) {
                attributes.getChildren().add(attribute(key, value));
            }
        }
        attributes.setManaged(!attributes.getChildren().isEmpty());
    }

    private static HBox attribute(String key, JsonNode value) {
        Label label = new Label(key);
        label.getStyleClass().add("span-card-key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(
                value.isString() ? value.stringValue().lines().findFirst().orElse("") : ValueText.inline(value));
        text.getStyleClass().addAll("mono", key.equals("error") ? "text-error" : "span-card-value");
        return new HBox(8, label, text);
    }
}
