package dev.actionscope.editor.text;

import java.util.Map;
import java.util.Optional;

/// What an editor adds while one types: closing brackets and quotes, and the indentation of a new line.
public final class TypingEdits {
    private static final Map<Character, Character> PAIRS =
            Map.of('(', ')', '[', ']', '{', '}', '"', '"', '\'', '\'', '`', '`');

    private TypingEdits() {}

    /// What typing a character does beyond inserting it; empty where it just inserts.
    public static Optional<TextEdit> typed(Selection selection, char typed) {
        Character closing = PAIRS.get(typed);
        char next = charAt(selection, selection.end());
        if (selection.isEmpty() && next == typed && isClosing(typed)) {
            int after = selection.caret() + 1;
            return Optional.of(new TextEdit(selection.caret(), selection.caret(), "", after, after));
        }
        if (closing == null) {
            return typed == '}' ? closingBrace(selection) : Optional.empty();
        }
        if (!selection.isEmpty()) {
            String inner = selection.text().substring(selection.start(), selection.end());
            return Optional.of(new TextEdit(
                    selection.start(),
                    selection.end(),
                    typed + inner + closing,
                    selection.anchor() + 1,
                    selection.caret() + 1));
        }
        boolean quote = closing == typed;
        boolean room = next == 0 || Character.isWhitespace(next) || ")]},;:".indexOf(next) >= 0;
        boolean afterWord = Character.isLetterOrDigit(charAt(selection, selection.caret() - 1));
        if (!room || (quote && (afterWord || charAt(selection, selection.caret() - 1) == typed))) {
            return Optional.empty();
        }
        int after = selection.caret() + 1;
        return Optional.of(new TextEdit(selection.caret(), selection.caret(), "" + typed + closing, after, after));
    }

    /// A closing brace that is the first thing on its line goes one level back.
    private static Optional<TextEdit> closingBrace(Selection selection) {
        String before = selection.text().substring(selection.firstLineStart(), selection.start());
        if (!selection.isEmpty() || !before.isBlank() || before.length() < 2) {
            return Optional.empty();
        }
        int start = selection.caret() - 2;
        return Optional.of(new TextEdit(start, selection.caret(), "}", start + 1, start + 1));
    }

    /// A new line at the indentation of this one, one level more after an opening bracket; between two brackets the
    /// closing one goes to a line of its own.
    public static TextEdit newLine(Selection selection) {
        String indentation = selection.indentation();
        int column = selection.start() - selection.firstLineStart();
        String kept = indentation.substring(0, Math.min(column, indentation.length()));
        boolean opens = "([{".indexOf(charAt(selection, selection.start() - 1)) >= 0 && selection.start() > 0;
        String inserted = "\n" + kept + (opens ? "  " : "");
        int caret = selection.start() + inserted.length();
        boolean closes = opens && ")]}".indexOf(charAt(selection, selection.end())) >= 0;
        boolean pair = closes && selection.end() < selection.text().length();
        return new TextEdit(selection.start(), selection.end(), inserted + (pair ? "\n" + kept : ""), caret, caret);
    }

    /// What Backspace removes between the two halves of an empty pair: both.
    public static Optional<TextEdit> backspace(Selection selection) {
        if (!selection.isEmpty() || selection.caret() == 0) {
            return Optional.empty();
        }
        Character closing = PAIRS.get(charAt(selection, selection.caret() - 1));
        if (closing == null || charAt(selection, selection.caret()) != closing) {
            return Optional.empty();
        }
        int start = selection.caret() - 1;
        return Optional.of(new TextEdit(start, start + 2, "", start, start));
    }

    private static boolean isClosing(char typed) {
        return PAIRS.containsValue(typed);
    }

    private static char charAt(Selection selection, int at) {
        return at >= 0 && at < selection.text().length() ? selection.text().charAt(at) : 0;
    }
}
