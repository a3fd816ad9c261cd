package dev.actionscope.app.commands;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// One thing a user can do, however it is asked for: by menu, palette, button or key.
///
/// @param id stable, as in `run.start`
/// @param title what it does, as a menu says it: `Run function`
/// @param keys the first is the one that tooltips and menus show; may be empty
/// @param enabled read and written on the FX thread
/// @param action runs on the FX thread
public record Command(
        String id,
        Group group,
        String title,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /// The menus, in their order.
    public enum Group {
        FILE("File"),
        GO("Go"),
        VIEW("View"),
        RUN("Run"),
        HELP("Help");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /// The menu's name.
        public String title() {
            return title;
        }
    }

    /// A command that can always be given.
    ///
    /// @param keys as `Ctrl+Shift+P`, see [Keys#of]
    public static Command always(String id, Group group, String title, Runnable action, String... keys) {
        return when(id, group, title, Bindings.createBooleanBinding(() -> true), action, keys);
    }

    /// A command that can be given while `enabled` holds.
    public static Command when(
            String id, Group group, String title, ObservableBooleanValue enabled, Runnable action, String... keys) {
        return new Command(
                id, group, title, List.of(keys).stream().map(Keys::of).toList(), enabled, action);
    }

    /// The title and, in brackets, the first key: what a tooltip says.
    public String hint() {
        return keys.isEmpty() ? title : title + " (" + Keys.text(keys.getFirst()) + ")";
    }

    /// The first key as text, empty when there is none.
    public String keyText() {
        return keys.isEmpty() ? "" : Keys.text(keys.getFirst());
    }
}
