package dev.actionscope.app.workbench;

import dev.actionscope.app.commands.CommandButton;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.icons.Icons;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The icons at the left edge: one per pane.
final class SideRail extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private final Map<String, Button> buttons = new LinkedHashMap<>();

    SideRail(CommandRegistry commands) {
        getStyleClass().add("side-rail");
        add(commands, "view.files", Icons.FOLDER);
        add(commands, "view.functions", Icons.FUNCTIONS);
        add(commands, "view.arguments", Icons.ARGUMENTS);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
        add(commands, "view.calls", Icons.TIMELINE);
        add(commands, "view.console", Icons.CONSOLE);
        add(commands, "view.findings", Icons.FINDINGS);
        add(commands, "view.runs", Icons.HISTORY);
        add(commands, "help.keys", Icons.KEYBOARD);
    }

    /// Marks the pane of that command as open.
    void mark(String command, boolean isOpen) {
        Button button = buttons.get(command);
        if (button != null) {
            button.pseudoClassStateChanged(SELECTED, isOpen);
        }
    }

    private void add(CommandRegistry commands, String id, Icons icon) {
        Button button = CommandButton.icon(commands.get(id), icon);
        button.setId("rail-" + id.replace('.', '-'));
        button.getStyleClass().setAll("button", "rail-button");
        buttons.put(id, button);
        getChildren().add(button);
    }
}
