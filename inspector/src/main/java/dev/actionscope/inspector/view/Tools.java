package dev.actionscope.inspector.view;

import dev.actionscope.icons.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The small buttons of view headers.
public final class Tools {
    private Tools() {}

    /// A button that is only an icon; what it does is its tooltip and what screen readers say.
    public static Button button(Icons icon, String what, Runnable action) {
        Button button = new Button(null, icon.view("icon-small"));
        button.getStyleClass().setAll("tool-button");
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button of an icon that stays pressed.
    public static ToggleButton toggle(Icons icon, String what) {
        ToggleButton button = new ToggleButton(null, icon.view("icon-small"));
        button.getStyleClass().setAll("tool-button");
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        return button;
    }

    /// What pushes the rest of a row to the right.
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// Puts text on the clipboard.
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
