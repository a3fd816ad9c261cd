package dev.actionscope.runtime.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `.env` files as the `dotenv` package does, whose rules are these: `NAME=value` or `NAME: value`, `export`
/// allowed; a value in quotes may span lines and hold `#`; in double quotes `\n` and `\r` are escapes; anything else
/// ends at `#` or the end of the line, blanks around it do not count. Nothing is expanded; the last of two equal
/// names wins; other lines are skipped.
final class DotEnv {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[ \\t\\x0B\\f\\u00A0\\uFEFF]*(?:export\\s+)?([\\w.-]+)(?:[^\\S\\n]*=|:[^\\S\\n]+)");

    private final String text;
    private int at;

    private DotEnv(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    static Map<String, String> parse(String text) {
        return new DotEnv(text).variables();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (at < text.length()) {
            if (assignment.region(at, text.length()).lookingAt()) {
                at = assignment.end();
                variables.put(assignment.group(1), value());
            } else {
                at = endOfLine(at);
            }
            at++;
        }
        return variables;
    }

    private String value() {
        while (at < text.length() && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : '\n';
        if (quote == '"' || quote == '\'' || quote == '`') {
            int close = closingQuote(quote);
            if (close > 0 && isBlankOrComment(close + 1)) {
                String inside = text.substring(at + 1, close);
                at = endOfLine(close);
                return quote == '"' ? inside.replace("\\n", "\n").replace("\\r", "\r") : inside;
            }
        }
        int end = endOfLine(at);
        String line = text.substring(at, end);
        at = end;
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private int closingQuote(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == quote) {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBlankOrComment(int from) {
        String rest = text.substring(from, endOfLine(from)).strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
