package dev.actionscope.app.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Edits a [DictionaryNode]: a row per entry with its key and its value.
final class DictionaryNodeView extends VBox {
    private final DictionaryNode dictionary;
    private final String path;
    private final BiFunction<FormNode, String, Node> control;
    private final Map<FormNode, Node> controls = new HashMap<>();
    private final Button add;

    DictionaryNodeView(DictionaryNode dictionary, String path, BiFunction<FormNode, String, Node> control) {
        this.dictionary = dictionary;
        this.path = path;
        this.control = control;
        getStyleClass().add("form-list");
        add = FormButtons.add("Add entry", path + "-add", dictionary::add);
        dictionary.entries().addListener((ListChangeListener<DictionaryNode.Entry>) change -> show());
        show();
    }

    private void show() {
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < dictionary.entries().size(); i++) {
            DictionaryNode.Entry entry = dictionary.entries().get(i);
            Node key = at(entry.key(), path + "-" + i + "-key");
            Node value = at(entry.value(), path + "-" + i + "-value");
            Button remove = FormButtons.remove("Remove entry " + i, () -> dictionary.remove(entry));
            Label arrow = ArgumentFormView.styled(new Label(":"), "form-index");
            HBox row = ArgumentFormView.styled(new HBox(key, arrow, value, remove), "form-row");
            row.setAlignment(Pos.TOP_LEFT);
            rows.add(row);
        }
        rows.add(add);
        getChildren().setAll(rows);
    }

    private Node at(FormNode node, String place) {
        return controls.computeIfAbsent(node, fresh -> control.apply(fresh, place));
    }
}
