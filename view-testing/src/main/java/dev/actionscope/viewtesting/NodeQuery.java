package dev.actionscope.viewtesting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Finds visible nodes in all showing windows, pop-ups first: `#id`, `.style-class` (several joined: `.a.b`), or the
/// exact text of a label, button, field or text.
record NodeQuery(String text) {
    List<Node> all() {
        Predicate<Node> wanted = predicate();
        List<Node> found = new ArrayList<>();
        List<Window> windows = new ArrayList<>(Window.getWindows());
        windows.sort((a, b) -> Boolean.compare(b instanceof PopupWindow, a instanceof PopupWindow));
        for (Window window : windows) {
            if (window.isShowing() && window.getScene() != null) {
                collect(window.getScene().getRoot(), wanted, found);
            }
        }
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }

    private Predicate<Node> predicate() {
        if (text.matches("#[\\w-]+")) {
            return node -> text.substring(1).equals(node.getId());
        }
        if (text.matches("(\\.[A-Za-z][\\w-]*)+")) {
            List<String> classes = List.of(text.substring(1).split("\\."));
            return node -> node.getStyleClass().containsAll(classes);
        }
        return this::showsText;
    }

    private boolean showsText(Node node) {
        return switch (node) {
            case Labeled labeled -> text.equals(labeled.getText());
            case TextInputControl field -> text.equals(field.getText());
            case Text plain -> text.equals(plain.getText()) && !(plain.getParent() instanceof Labeled);
            default -> false;
        };
    }
}
