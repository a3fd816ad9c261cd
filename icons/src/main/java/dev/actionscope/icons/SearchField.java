package dev.actionscope.icons;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field that filters or finds: a magnifier in front, a cross to clear it, and Escape clears it too.
public final class SearchField extends CustomTextField {
    /// @param prompt what is shown, and said to screen readers, while the field is empty
    public SearchField(String prompt) {
        getStyleClass().add("search-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(Icons.SEARCH.view("icon-small"));
        Button clear = new Button(null, Icons.CLEAR.view("icon-tiny"));
        clear.getStyleClass().setAll("button", "clear-button");
        clear.setAccessibleText("Clear");
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> clear());
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
