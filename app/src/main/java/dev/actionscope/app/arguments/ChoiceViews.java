package dev.actionscope.app.arguments;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Controls for values that are chosen rather than typed.
final class ChoiceViews {
    private ChoiceViews() {}

    static Node choice(ChoiceNode node, String path) {
        if (node.isBoolean()) {
            return bool(node, path);
        }
        if (node.labels().size() == 1) {
            return ArgumentFormView.styled(new Label(node.labels().getFirst()), "form-fixed");
        }
        return comboBox(node.labels(), node.selectedProperty(), path);
    }

    static Node union(UnionNode node, String path, BiFunction<FormNode, String, Node> control) {
        VBox box = ArgumentFormView.styled(new VBox(), "form-union");
        if (node.labels().isEmpty()) {
            return box;
        }
        ComboBox<String> kinds = comboBox(node.labels(), node.selectedProperty(), path + "-kind");
        box.getChildren().setAll(kinds, control.apply(node.member(), path));
        node.selectedProperty()
                .addListener((o, before, now) -> box.getChildren().setAll(kinds, control.apply(node.member(), path)));
        return box;
    }

    private static CheckBox bool(ChoiceNode node, String path) {
        CheckBox box = new CheckBox();
        box.setId(path);
        box.getStyleClass().add("mono");
        box.setSelected(node.selectedProperty().get() == 1);
        box.setText(box.isSelected() ? "true" : "false");
        box.selectedProperty().addListener((o, before, now) -> {
            node.selectedProperty().set(now ? 1 : 0);
            box.setText(now ? "true" : "false");
        });
        node.selectedProperty().addListener((o, before, now) -> box.setSelected(now.intValue() == 1));
        return box;
    }

    private static ComboBox<String> comboBox(List<String> labels, IntegerProperty selected, String path) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setId(path);
        combo.getStyleClass().add("mono");
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.getItems().setAll(labels);
        combo.getSelectionModel().select(selected.get());
        combo.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (now.intValue() >= 0) {
                selected.set(now.intValue());
            }
        });
        selected.addListener((o, before, now) -> combo.getSelectionModel().select(now.intValue()));
        return combo;
    }
}
