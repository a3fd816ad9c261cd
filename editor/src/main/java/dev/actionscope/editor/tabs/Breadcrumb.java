package dev.actionscope.editor.tabs;

import dev.actionscope.icons.Icons;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line under the tabs: folder, file and the functions around the caret.
final class Breadcrumb extends HBox {
    Breadcrumb() {
        getStyleClass().add("breadcrumb");
    }

    void show(Path root, Path file, List<String> enclosing) {
        getChildren().clear();
        Path shown = file.startsWith(root) ? root.relativize(file) : file.getFileName();
        shown.forEach(step -> add(step.toString(), false));
        for (int i = 0; i < enclosing.size(); i++) {
            add(enclosing.get(i), i == enclosing.size() - 1);
        }
    }

    private void add(String text, boolean current) {
        if (!getChildren().isEmpty()) {
            getChildren().add(Icons.CHEVRON_RIGHT.view("icon-tiny"));
        }
        Label label = new Label(text);
        if (current) {
            label.getStyleClass().add("current");
        }
        getChildren().add(label);
    }
}
