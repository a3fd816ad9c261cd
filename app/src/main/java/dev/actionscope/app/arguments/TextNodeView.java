package dev.actionscope.app.arguments;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Edits one [TextNode]: one line, or several when the value has or may need them. Shift+Enter starts a second line.
final class TextNodeView extends StackPane {
    private static final int MAX_ROWS = 8;

    private final TextNode node;
    private final String path;

    TextNodeView(TextNode node, String path) {
        this.node = node;
        this.path = path;
        show(isTall(node.textProperty().get()));
        node.textProperty().addListener((o, before, now) -> {
            if (isTall(now) != (getChildren().getFirst() instanceof TextArea)) {
                boolean hadFocus = getChildren().getFirst().isFocused();
                show(isTall(now));
                if (hadFocus) {
                    getChildren().getFirst().requestFocus();
                    ((TextInputControl) getChildren().getFirst()).end();
                }
            }
        });
    }

    private boolean isTall(String text) {
        return text.indexOf('\n') >= 0 || (node.validator() instanceof Validator.Any);
    }

    private void show(boolean isTall) {
        for (var child : getChildren()) {
            ((TextInputControl) child).textProperty().unbindBidirectional(node.textProperty());
        }
        TextInputControl input = isTall ? area() : line();
        input.setId(path);
        input.setPromptText(prompt());
        input.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > TextNode.MAX_CHARACTERS ? null : change));
        input.textProperty().bindBidirectional(node.textProperty());
        if (!(node.validator() instanceof Validator.Text)) {
            input.getStyleClass().add("mono");
        }
        getChildren().setAll(input);
    }

    private TextField line() {
        TextField field = new TextField();
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShiftDown() && node.validator() instanceof Validator.Text) {
                event.consume();
                node.textProperty().set(node.textProperty().get() + "\n");
            }
        });
        return field;
    }

    private TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefColumnCount(8);
        rows(area);
        area.textProperty().addListener((o, before, now) -> rows(area));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return area;
    }

    private static void rows(TextArea area) {
        long lines = area.getText().chars().filter(c -> c == '\n').count() + 1;
        area.setPrefRowCount(Math.clamp(lines, 2, MAX_ROWS));
    }

    private String prompt() {
        return switch (node.validator()) {
            case Validator.Numeric() -> "0";
            case Validator.BigInt() -> "0n";
            case Validator.Bytes() -> "base64";
            case Validator.Id(String table) -> "id of " + table;
            case Validator.Any() -> "JSON";
            default -> "";
        };
    }
}
