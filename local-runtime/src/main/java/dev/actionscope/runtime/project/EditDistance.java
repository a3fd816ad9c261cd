package dev.actionscope.runtime.project;

import java.util.Locale;

/// How many letters must be added, removed, replaced or swapped with their neighbour to make one name of another.
final class EditDistance {
    private EditDistance() {}

    /// A name as a person may write it, brought to the form they are compared in.
    static String comparable(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"api.", "internal.", "convex/"}) {
            if (plain.startsWith(prefix)) {
                plain = plain.substring(prefix.length());
            }
        }
        return plain.replaceFirst(":default$", "").replace('.', '/').replace(':', '/');
    }

    /// The distance of a comparable name to a known one, or to its last part when the name has no other.
    static int ofNames(String name, String known) {
        String other = comparable(known);
        int whole = of(name, other);
        boolean hasFolder = name.indexOf('/') >= 0;
        int last = hasFolder ? whole : of(name, other.substring(other.lastIndexOf('/') + 1));
        return Math.min(whole, last);
    }

    private static int of(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cell(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cell(int[][] table, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
