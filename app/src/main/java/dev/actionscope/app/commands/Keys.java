package dev.actionscope.app.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/// Key combinations to and from the text that people read: `Ctrl+Shift+P`.
public final class Keys {
    private static final Map<String, KeyCode> NAMES = Map.ofEntries(
            Map.entry("Esc", KeyCode.ESCAPE),
            Map.entry("Enter", KeyCode.ENTER),
            Map.entry("Tab", KeyCode.TAB),
            Map.entry("Comma", KeyCode.COMMA),
            Map.entry("Slash", KeyCode.SLASH),
            Map.entry("Left", KeyCode.LEFT),
            Map.entry("Right", KeyCode.RIGHT));
    private static final Map<KeyCode, String> TEXTS =
            Map.of(KeyCode.ESCAPE, "Esc", KeyCode.COMMA, ",", KeyCode.SLASH, "/");

    private Keys() {}

    /// Reads `Ctrl+Shift+P`, `F5`, `Shift+F5`, `Ctrl+Comma`. `Ctrl` is the platform's own shortcut key.
    ///
    /// @throws IllegalArgumentException when a part is no key
    public static KeyCombination of(String text) {
        List<Modifier> modifiers = new ArrayList<>();
        String[] parts = text.split("\\+");
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers.add(
                    switch (parts[i]) {
                        case "Ctrl" -> KeyCombination.SHORTCUT_DOWN;
                        case "Shift" -> KeyCombination.SHIFT_DOWN;
                        case "Alt" -> KeyCombination.ALT_DOWN;
                        default -> throw new IllegalArgumentException("no modifier: " + parts[i] + " in " + text);
                    });
        }
        return new KeyCodeCombination(code(parts[parts.length - 1]), modifiers.toArray(Modifier[]::new));
    }

    /// The combination as people read it.
    public static String text(KeyCombination combination) {
        StringBuilder text = new StringBuilder();
        if (combination.getShortcut() == KeyCombination.ModifierValue.DOWN
                || combination.getControl() == KeyCombination.ModifierValue.DOWN) {
            text.append("Ctrl+");
        }
        if (combination.getAlt() == KeyCombination.ModifierValue.DOWN) {
            text.append("Alt+");
        }
        if (combination.getShift() == KeyCombination.ModifierValue.DOWN) {
            text.append("Shift+");
        }
        if (combination instanceof KeyCodeCombination code) {
            text.append(TEXTS.getOrDefault(code.getCode(), code.getCode().getName()));
        }
        return text.toString();
    }

    private static KeyCode code(String name) {
        KeyCode named = NAMES.get(name);
        if (named != null) {
            return named;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.length() == 1 && Character.isDigit(upper.charAt(0))
                ? KeyCode.valueOf("DIGIT" + upper)
                : KeyCode.valueOf(upper);
    }
}
