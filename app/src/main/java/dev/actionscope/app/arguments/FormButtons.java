package dev.actionscope.app.arguments;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The small buttons of lists and records.
final class FormButtons {
    private FormButtons() {}

    static Button add(String title, String id, Runnable action) {
        Button button = new Button("+ " + title);
        button.setId(id);
        button.getStyleClass().addAll("flat", "form-add");
        button.setOnAction(event -> action.run());
        return button;
    }

    static Button remove(String title, Runnable action) {
        Button button = new Button("×");
        button.setAccessibleText(title);
        button.setTooltip(new Tooltip(title));
        button.getStyleClass().addAll("flat", "form-remove");
        button.setOnAction(event -> action.run());
        return button;
    }
}
