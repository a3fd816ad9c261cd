package dev.actionscope.app.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// All commands of the workbench: the one source of menus, palette, tooltips, shortcuts and the key sheet.
public final class CommandRegistry {
    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final Map<KeyCombination, Command> byKey = new LinkedHashMap<>();

    /// Registers the commands in this order.
    ///
    /// @throws IllegalArgumentException when an id or a key is given twice
    public CommandRegistry(List<Command> commands) {
        for (Command command : commands) {
            if (byId.put(command.id(), command) != null) {
                throw new IllegalArgumentException("command given twice: " + command.id());
            }
            for (KeyCombination key : command.keys()) {
                Command other = byKey.put(key, command);
                if (other != null) {
                    throw new IllegalArgumentException(
                            Keys.text(key) + " is the key of both " + other.id() + " and " + command.id());
                }
            }
        }
    }

    /// The commands in the order of their registration.
    public List<Command> all() {
        return List.copyOf(byId.values());
    }

    /// The commands of one menu.
    public List<Command> of(Command.Group group) {
        return byId.values().stream().filter(c -> c.group() == group).toList();
    }

    /// The command of that id.
    ///
    /// @throws IllegalArgumentException when there is none
    public Command get(String id) {
        Command command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no such command: " + id);
        }
        return command;
    }

    /// Gives the command if it can be given now.
    ///
    /// @return whether it was given
    public boolean run(String id) {
        Command command = get(id);
        if (!command.enabled().get()) {
            return false;
        }
        command.action().run();
        return true;
    }

    /// Makes the keys work in the scene: those with a modifier and function keys before any control sees them, plain
    /// ones, such as Escape, only when no control wanted them.
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isForAll(event)) {
                onKey(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isForAll(event)) {
                onKey(event);
            }
        });
    }

    private static boolean isForAll(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
    }

    /// The enabled commands whose titles hold the query's letters in their order, best first.
    public List<Command> find(String query) {
        record Hit(Command command, int score) {}
        List<Hit> hits = new ArrayList<>();
        for (Command command : byId.values()) {
            int score = FuzzyMatch.score(query, command.group().title() + " " + command.title());
            if (score > 0 && command.enabled().get()) {
                hits.add(new Hit(command, score));
            }
        }
        hits.sort((a, b) -> Integer.compare(b.score(), a.score()));
        return hits.stream().map(Hit::command).toList();
    }

    private void onKey(KeyEvent event) {
        Command command = commandFor(event);
        if (command != null && command.enabled().get()) {
            event.consume();
            command.action().run();
        }
    }

    private @Nullable Command commandFor(KeyEvent event) {
        for (Map.Entry<KeyCombination, Command> entry : byKey.entrySet()) {
            if (entry.getKey().match(event)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
