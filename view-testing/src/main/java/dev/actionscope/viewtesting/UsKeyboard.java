package dev.actionscope.viewtesting;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The US keyboard layout: which text a key types, and which key types a character.
public final class UsKeyboard {
    private static final String PLAIN = "`1234567890-=[]\\;',./";
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.BACK_QUOTE,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.DIGIT0,
            KeyCode.MINUS,
            KeyCode.EQUALS,
            KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET,
            KeyCode.BACK_SLASH,
            KeyCode.SEMICOLON,
            KeyCode.QUOTE,
            KeyCode.COMMA,
            KeyCode.PERIOD,
            KeyCode.SLASH);
    private static final Map<Character, Stroke> STROKES = strokes();

    private UsKeyboard() {}

    /// A key, with or without Shift.
    public record Stroke(KeyCode key, boolean shift) {}

    /// What a key types: one character, or nothing for keys such as F1 and the arrows.
    public static String textOf(KeyCode key, boolean shift) {
        return switch (key) {
            case SPACE -> " ";
            case ENTER -> "\r";
            case TAB -> "\t";
            case BACK_SPACE -> "\b";
            case ESCAPE -> "\u001b";
            case DELETE -> "\u007f";
            default -> printable(key, shift);
        };
    }

    private static String printable(KeyCode key, boolean shift) {
        if (key.isLetterKey()) {
            return shift ? key.getName() : key.getName().toLowerCase(java.util.Locale.ROOT);
        }
        int at = KEYS.indexOf(key);
        return at >= 0 ? String.valueOf((shift ? SHIFTED : PLAIN).charAt(at)) : "";
    }

    /// The key that types a character, if this keyboard has one.
    public static Optional<Stroke> strokeFor(char character) {
        return Optional.ofNullable(STROKES.get(character));
    }

    private static Map<Character, Stroke> strokes() {
        Map<Character, Stroke> result = new HashMap<>();
        for (KeyCode key : EnumSet.allOf(KeyCode.class)) {
            for (boolean shift : new boolean[] {false, true}) {
                String text = textOf(key, shift);
                if (text.length() == 1) {
                    result.putIfAbsent(text.charAt(0), new Stroke(key, shift));
                }
            }
        }
        result.put('\n', new Stroke(KeyCode.ENTER, false));
        return Map.copyOf(result);
    }
}
