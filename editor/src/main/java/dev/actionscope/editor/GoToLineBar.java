package dev.actionscope.editor;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The bar that asks for a line, or `line:column`.
final class GoToLineBar extends HBox {
    private static final Pattern PLACE = Pattern.compile("\\s*(\\d{1,9})(?:\\s*[:,]\\s*(\\d{1,9}))?\\s*");

    private final CodeTextArea area;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final BiConsumer<Integer, Integer> go;

    GoToLineBar(CodeTextArea area, BiConsumer<Integer, Integer> go) {
        this.area = area;
        this.go = go;
        getStyleClass().addAll("find-bar", "floating");
        field.setPromptText("Line:Column");
        field.setAccessibleText("Go to line");
        field.setPrefColumnCount(12);
        hint.getStyleClass().add("dim");
        getChildren().addAll(field, hint);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                setVisible(false);
            }
        });
        setVisible(false);
    }

    void open() {
        hint.setText("of " + area.lineCount());
        field.setText(String.valueOf(area.getCurrentParagraph() + 1));
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            area.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            Matcher place = PLACE.matcher(field.getText());
            if (place.matches()) {
                String column = place.group(2);
                area.requestFocus();
                go.accept(Integer.valueOf(place.group(1)), column == null ? 1 : Integer.valueOf(column));
            } else {
                hint.setText("a number, or line:column");
            }
            event.consume();
        }
    }
}
