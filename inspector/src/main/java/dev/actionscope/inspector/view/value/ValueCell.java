package dev.actionscope.inspector.view.value;

import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.value.ValueKind;
import dev.actionscope.inspector.value.ValueNode;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A value: its label, and the value in the colour of its type.
final class ValueCell extends TreeCell<ValueNode> {
    private final @Nullable Consumer<ValueNode> loader;
    private final Label label = new Label();
    private final Label text = new Label();
    private final Label size = new Label();
    private final Button load = new Button("Load");
    private final HBox box = new HBox(6, label, text, size, load);

    ValueCell(@Nullable Consumer<ValueNode> loader) {
        this.loader = loader;
        getStyleClass().add("value-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().addAll("mono", "value-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        text.setEllipsisString("…");
        size.getStyleClass().add("badge");
        size.setMinWidth(Region.USE_PREF_SIZE);
        load.getStyleClass().add("load-button");
        load.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(ValueNode node, boolean nothing) {
        super.updateItem(node, nothing);
        setText(null);
        if (nothing || node == null) {
            setGraphic(null);
            return;
        }
        boolean labeled = !node.label().isEmpty();
        label.setText(node.kind() == ValueKind.RANGE ? node.label() : node.label() + ":");
        label.setManaged(labeled);
        label.setVisible(labeled);
        text.setText(node.text());
        text.getStyleClass()
                .setAll("label", "mono", "value", "value-" + node.kind().name().toLowerCase(Locale.ROOT));
        boolean large = node.kind() == ValueKind.LARGE;
        size.setText(Quantities.bytes(node.largeBytes()));
        show(size, large);
        show(load, large && loader != null);
        load.setOnAction(event -> {
            if (loader != null) {
                load.setDisable(true);
                loader.accept(node);
            }
        });
        load.setDisable(false);
        setGraphic(box);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
