package dev.actionscope.inspector.view.value;

import dev.actionscope.inspector.value.ValueNode;
import dev.actionscope.inspector.value.ValueText;
import dev.actionscope.inspector.view.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Convex values as a tree that is opened step by step; Ctrl+C copies the selected one.
public final class ValueTreeView extends TreeView<ValueNode> {
    private static final int OPENED_ROWS = 40;

    /// @param loader asked to load a value that is not kept in the trace; null when nothing can be loaded
    public ValueTreeView(@Nullable Consumer<ValueNode> loader) {
        getStyleClass().add("value-tree");
        setShowRoot(false);
        setFixedCellSize(22);
        setCellFactory(tree -> new ValueCell(loader));
        setRoot(new TreeItem<>());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copySelected();
                event.consume();
            }
        });
        MenuItem copy = new MenuItem("Copy value");
        copy.setOnAction(event -> copySelected());
        MenuItem copyJson = new MenuItem("Copy as Convex JSON");
        copyJson.setOnAction(event -> {
            ValueNode node = selected();
            if (node != null) {
                Tools.copy(node.json().toPrettyString());
            }
        });
        setContextMenu(new ContextMenu(copy, copyJson));
    }

    /// Shows these values, the first levels open while they are short.
    public void show(List<ValueNode> values) {
        TreeItem<ValueNode> root = new TreeItem<>();
        values.forEach(value -> root.getChildren().add(new Item(value)));
        setRoot(root);
        root.setExpanded(true);
        int rows = values.size();
        for (TreeItem<ValueNode> item : root.getChildren()) {
            int more = item.isLeaf() ? 0 : item.getValue().children().size();
            if (more > 0 && (rows + more <= OPENED_ROWS || values.size() == 1)) {
                item.setExpanded(true);
                rows += more;
            }
        }
    }

    private @Nullable ValueNode selected() {
        TreeItem<ValueNode> item = getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void copySelected() {
        ValueNode node = selected();
        if (node != null) {
            Tools.copy(node.json().isString() ? node.json().stringValue() : ValueText.pretty(node.json()));
        }
    }

    /// A value whose children are made when they are asked for.
    private static final class Item extends TreeItem<ValueNode> {
        private boolean loaded;

        Item(ValueNode value) {
            super(value);
        }

        @Override
        public boolean isLeaf() {
            return getValue().isLeaf();
        }

        @Override
        public ObservableList<TreeItem<ValueNode>> getChildren() {
            if (!loaded) {
                loaded = true;
                getValue().children().forEach(child -> super.getChildren().add(new Item(child)));
            }
            return super.getChildren();
        }
    }
}
