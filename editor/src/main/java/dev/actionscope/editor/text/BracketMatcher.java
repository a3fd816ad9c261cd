package dev.actionscope.editor.text;

import java.util.Optional;
import java.util.function.IntPredicate;

/// Finds the bracket that belongs to the one beside the caret.
public final class BracketMatcher {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    /// How many characters away a partner is looked for.
    public static final int REACH = 20_000;

    private BracketMatcher() {}

    /// Two brackets that belong together, by their places.
    public record Pair(int opening, int closing) {}

    /// The pair of the bracket before or behind the caret.
    ///
    /// @param isCode whether the character at a place counts; brackets in strings and comments do not
    public static Optional<Pair> around(CharSequence text, int caret, IntPredicate isCode) {
        return at(text, caret - 1, isCode).or(() -> at(text, caret, isCode));
    }

    private static Optional<Pair> at(CharSequence text, int place, IntPredicate isCode) {
        if (place < 0 || place >= text.length()) {
            return Optional.empty();
        }
        char bracket = text.charAt(place);
        int opening = OPENING.indexOf(bracket);
        int closing = CLOSING.indexOf(bracket);
        if ((opening < 0 && closing < 0) || !isCode.test(place)) {
            return Optional.empty();
        }
        int step = opening >= 0 ? 1 : -1;
        char partner = opening >= 0 ? CLOSING.charAt(opening) : OPENING.charAt(closing);
        int other = partner(text, place, step, partner, isCode);
        if (other < 0) {
            return Optional.empty();
        }
        return Optional.of(new Pair(Math.min(place, other), Math.max(place, other)));
    }

    private static int partner(CharSequence text, int place, int step, char partner, IntPredicate isCode) {
        char bracket = text.charAt(place);
        int depth = 0;
        for (int i = place; i >= 0 && i < text.length() && Math.abs(i - place) < REACH; i += step) {
            char c = text.charAt(i);
            if ((c == bracket || c == partner) && isCode.test(i)) {
                depth += c == bracket ? 1 : -1;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
