package dev.actionscope.app.commands;

import java.util.Locale;

/// How well a typed query fits a title or path: all letters in order, more for runs and starts of words.
public final class FuzzyMatch {
    private FuzzyMatch() {}

    /// 0 when `query` does not fit; the higher the better. An empty query fits everything equally.
    public static int score(String query, String text) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 1;
        }
        String all = text.toLowerCase(Locale.ROOT);
        int whole = all.lastIndexOf(wanted);
        if (whole >= 0) {
            return 10_000 + (startsWord(text, whole) ? 5_000 : 0) - Math.min(4_000, text.length());
        }
        return lettersInOrder(wanted, all, text);
    }

    private static int lettersInOrder(String wanted, String all, String text) {
        int score = 1;
        int from = 0;
        int last = -2;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int at = all.indexOf(letter, from);
            if (at < 0) {
                return 0;
            }
            score += at == last + 1 ? 8 : 1;
            score += startsWord(text, at) ? 6 : 0;
            last = at;
            from = at + 1;
        }
        return Math.max(1, score * 10 - Math.min(200, text.length()) / 10);
    }

    private static boolean startsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(before));
    }
}
