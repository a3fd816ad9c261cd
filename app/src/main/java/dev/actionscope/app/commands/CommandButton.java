package dev.actionscope.app.commands;

import dev.actionscope.icons.Icons;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Buttons and menu items that give a command: enabled when it is, with its title and key.
public final class CommandButton {
    private CommandButton() {}

    /// A button that is only an icon; the tooltip names the command and its key.
    public static Button icon(Command command, Icons icon) {
        Button button = new Button(null, icon.view());
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(command.hint()));
        button.setAccessibleText(command.title());
        return bound(button, command);
    }

    /// A button with a text of its own.
    public static Button text(Command command, @Nullable String text, String... styleClasses) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styleClasses);
        button.setTooltip(new Tooltip(command.hint()));
        return bound(button, command);
    }

    /// All commands as one menu with a submenu per group.
    public static ContextMenu menu(CommandRegistry registry) {
        ContextMenu menu = new ContextMenu();
        for (Command.Group group : Command.Group.values()) {
            List<Command> commands = registry.of(group);
            if (!commands.isEmpty()) {
                Menu sub = new Menu(group.title());
                commands.forEach(command -> sub.getItems().add(item(command)));
                menu.getItems().add(sub);
            }
        }
        return menu;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        if (!command.keys().isEmpty()) {
            // Shown only: the registry hears the keys before any menu does.
            item.setAccelerator(command.keys().getFirst());
        }
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(event -> command.action().run());
        return item;
    }

    private static Button bound(Button button, Command command) {
        button.setId(command.id().replace('.', '-'));
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.action().run());
        return button;
    }
}
