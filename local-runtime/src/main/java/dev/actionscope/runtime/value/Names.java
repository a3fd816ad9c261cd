package dev.actionscope.runtime.value;

/// The rules for names of fields, tables and indexes.
public final class Names {
    private static final int LONGEST_IDENTIFIER = 64;
    private static final int LONGEST_FIELD = 1024;

    private Names() {}

    /// Passes an identifier: a table, an index, a part of a path.
    ///
    /// @throws ValueException with Convex's text for anything else
    public static void checkIdentifier(String name) throws ValueException {
        if (name.isEmpty()) {
            throw new ValueException("Identifier cannot be empty");
        }
        int first = name.codePointAt(0);
        if (!isLetter(first) && first != '_') {
            throw new ValueException("Invalid first character " + quoted(first) + " in " + name
                    + ": Identifiers must start with an alphabetic character or underscore");
        }
        int odd = name.codePoints()
                .filter(c -> !isLetter(c) && !isDigit(c) && c != '_')
                .findFirst()
                .orElse(-1);
        if (odd >= 0) {
            throw new ValueException("Identifier " + name + " has invalid character " + quoted(odd)
                    + ": Identifiers can only contain alphanumeric characters or underscores");
        }
        if (name.length() > LONGEST_IDENTIFIER) {
            throw new ValueException(
                    "Identifier is too long (" + name.length() + " > maximum " + LONGEST_IDENTIFIER + ")");
        }
        if (name.chars().allMatch(c -> c == '_')) {
            throw new ValueException("Identifier " + name + " cannot have exclusively underscores");
        }
    }

    /// Passes a name a field of an object may have.
    ///
    /// @throws ValueException with Convex's text for anything else
    public static void checkField(String name) throws ValueException {
        if (name.startsWith("$")) {
            throw new ValueException("Field name " + name + " starts with '$', which is reserved.");
        }
        int odd =
                name.codePoints().filter(c -> c < 0x20 || c > 0x7E).findFirst().orElse(-1);
        if (odd >= 0) {
            throw new ValueException("Field name " + name + " has invalid character " + quoted(odd)
                    + ": Field names can only contain non-control ASCII characters");
        }
        if (name.length() > LONGEST_FIELD) {
            throw new ValueException("Field name is too long (" + name.length() + " > maximum " + LONGEST_FIELD + ")");
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String quoted(int codePoint) {
        return "'" + ValueText.escaped(Character.toString(codePoint), '\'') + "'";
    }
}
