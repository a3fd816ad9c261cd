package dev.actionscope.runtime.project;

import java.util.regex.Pattern;

/// Finds `"use node"` among the directives of a module: the string statements before any other statement.
/// Comments, a byte order mark and a shebang may stand before it.
final class UseNodeDirective {
    private static final Pattern CONTINUING_WORD = Pattern.compile("(in|instanceof|as|satisfies)\\b");
    private static final String CONTINUING = ".([`*/%&|^=<>?,:+-";

    private final String source;
    private int at;

    private UseNodeDirective(String source) {
        this.source = source;
    }

    static boolean isIn(String source) {
        return source.contains("use node") && new UseNodeDirective(source).isFound();
    }

    private boolean isFound() {
        if (source.startsWith("\uFEFF")) {
            at = 1;
        }
        if (source.startsWith("#!", at)) {
            skipLine();
        }
        while (true) {
            skipBlanks();
            if (at >= source.length() || (source.charAt(at) != '"' && source.charAt(at) != '\'')) {
                return false;
            }
            int start = at + 1;
            if (!skipString()) {
                return false;
            }
            String text = source.substring(start, at - 1);
            if (!skipEndOfStatement()) {
                return false;
            }
            if (text.equals("use node")) {
                return true;
            }
        }
    }

    private boolean skipString() {
        char quote = source.charAt(at++);
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                return true;
            }
            if (c == '\n' || c == '\r') {
                return false;
            }
            if (c == '\\') {
                at++;
            }
        }
        return false;
    }

    /// Whether the statement ends here, by a semicolon or by a new line that does not continue the expression.
    private boolean skipEndOfStatement() {
        boolean newLine = skipBlanks();
        if (at >= source.length() || source.charAt(at) == '}') {
            return true;
        }
        if (source.charAt(at) == ';') {
            at++;
            return true;
        }
        if (!newLine) {
            return false;
        }
        if (source.startsWith("++", at) || source.startsWith("--", at)) {
            return true;
        }
        return CONTINUING.indexOf(source.charAt(at)) < 0
                && !source.startsWith("!=", at)
                && !CONTINUING_WORD.matcher(source).region(at, source.length()).lookingAt();
    }

    /// Skips white space and comments; answers whether a line ended among them.
    private boolean skipBlanks() {
        boolean newLine = false;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("//", at)) {
                skipLine();
            } else if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2);
                int after = end < 0 ? source.length() : end + 2;
                newLine |= source.substring(at, after).indexOf('\n') >= 0;
                at = after;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
                newLine |= c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
                at++;
            } else {
                break;
            }
        }
        return newLine;
    }

    private void skipLine() {
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }
}
