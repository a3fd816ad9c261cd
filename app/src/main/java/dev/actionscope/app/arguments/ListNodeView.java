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

/// Edits a [ListNode]: a row per element, each with its index and a button that takes it out.
final class ListNodeView extends VBox {
    private final ListNode list;
    private final String path;
    private final BiFunction<FormNode, String, Node> control;
    private final Map<FormNode, Node> controls = new HashMap<>();
    private final Button add;

    ListNodeView(ListNode list, String path, BiFunction<FormNode, String, Node> control) {
        this.list = list;
        this.path = path;
        this.control = control;
        getStyleClass().add("form-list");
        add = FormButtons.add("Add element", path + "-add", list::add);
        list.elements().addListener((ListChangeListener<FormNode>) change -> show());
        show();
    }

    private void show() {
        List<Node> rows = new ArrayList<>();
        controls.keySet().retainAll(list.elements());
        for (int i = 0; i < list.elements().size(); i++) {
            FormNode element = list.elements().get(i);
            String place = path + "-" + i;
            Node edit = controls.computeIfAbsent(element, node -> control.apply(node, place));
            Label index = ArgumentFormView.styled(new Label(Integer.toString(i)), "form-index");
            Button remove = FormButtons.remove("Remove element " + i, () -> list.remove(element));
            HBox row = ArgumentFormView.styled(new HBox(index, edit, remove), "form-row");
            row.setAlignment(Pos.TOP_LEFT);
            rows.add(row);
        }
        rows.add(add);
        getChildren().setAll(rows);
    }
}
