package dev.actionscope.editor.tabs;

import dev.actionscope.icons.Icons;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The head of one tab: icon, name, and a cross that gives way to a dot while there are unsaved edits.
final class TabHeader extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Path file;
    private final Label name = new Label();

    /// What a header asks its tabs to do.
    interface Actions {
        void select(Path file);

        void close(Path file);

        void closeOthers(Path file);

        void closeAll();
    }

    TabHeader(Path file, ObservableBooleanValue dirty, Actions actions) {
        this.file = file;
        getStyleClass().add("tab-item");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        setTitle(file.getFileName().toString());
        Tooltip.install(this, new Tooltip(file.toString()));
        getChildren().addAll(Icons.forFile(file.getFileName().toString()).view(), name, closing(dirty, actions));
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                actions.select(file);
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                actions.close(file);
            }
        });
        ContextMenu menu = menu(actions);
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    private StackPane closing(ObservableBooleanValue dirty, Actions actions) {
        Button close = new Button(null, Icons.CLOSE.view("icon-tiny"));
        close.getStyleClass().add("tab-close");
        close.setFocusTraversable(false);
        close.setAccessibleText("Close " + file.getFileName());
        close.setTooltip(new Tooltip("Close (Ctrl+W)"));
        close.setOnAction(event -> actions.close(file));
        Region dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        dot.setMouseTransparent(true);
        dot.visibleProperty().bind(Bindings.and(dirty, hoverProperty().not()));
        close.opacityProperty()
                .bind(Bindings.when(dot.visibleProperty()).then(0).otherwise(1));
        return new StackPane(close, dot);
    }

    private ContextMenu menu(Actions actions) {
        return new ContextMenu(
                item("Close", () -> actions.close(file)),
                item("Close others", () -> actions.closeOthers(file)),
                item("Close all", actions::closeAll),
                item(
                        "Copy path",
                        () -> Clipboard.getSystemClipboard()
                                .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, file.toString()))));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    void setTitle(String title) {
        name.setText(title);
        setAccessibleText(title);
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
