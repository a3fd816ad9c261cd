package dev.actionscope.editor;

import dev.actionscope.icons.Icons;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// What a right click in the text offers.
final class EditorMenu implements EditorPart {
    private final CodeTextArea area;
    private final ContextMenu menu = new ContextMenu();

    EditorMenu(CodeTextArea area, Runnable find, Runnable toggleComment) {
        this.area = area;
        MenuItem cut = item("Cut", "Shortcut+X", area::cut);
        MenuItem copy = item("Copy", "Shortcut+C", area::copy);
        copy.setGraphic(Icons.COPY.view("icon-small"));
        MenuItem paste = item("Paste", "Shortcut+V", area::paste);
        MenuItem comment = item("Toggle comment", "Shortcut+Slash", toggleComment);
        MenuItem search = item("Find", "Shortcut+F", find);
        search.setGraphic(Icons.SEARCH.view("icon-small"));
        menu.getItems()
                .addAll(
                        cut,
                        copy,
                        paste,
                        item("Select all", "Shortcut+A", area::selectAll),
                        new SeparatorMenuItem(),
                        comment,
                        search);
        menu.setOnShowing(event -> {
            boolean selected = area.getSelection().getLength() > 0;
            copy.setDisable(!selected);
            cut.setDisable(!selected || !area.isEditable());
            paste.setDisable(!area.isEditable());
            comment.setDisable(!area.isEditable());
        });
        area.setContextMenu(menu);
    }

    ContextMenu menu() {
        return menu;
    }

    private static MenuItem item(String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(event -> action.run());
        return item;
    }

    @Override
    public void close() {
        area.setContextMenu(null);
    }
}
