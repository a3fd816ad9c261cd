package dev.actionscope.runtime.isolate.scripts;

/// Shortens a call expression to what a reader needs to find it: `ctx.runMutation(...)`.
public final class CallText {
    private static final int LONGEST = 80;

    private CallText() {}

    /// The expression with its last arguments left out.
    public static String of(CharSequence expression) {
        String text = expression.toString().strip();
        int open = text.endsWith(")") ? openingOf(text) : -1;
        String callee = open > 0 ? text.substring(0, open) : text;
        String shortened = callee.replaceAll("\\s+", " ").replaceAll("\\s*\\.\\s*", ".");
        if (shortened.length() > LONGEST) {
            shortened = shortened.substring(0, LONGEST - 1) + "…";
        }
        return open > 0 ? shortened + "(...)" : shortened;
    }

    private static int openingOf(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (c == '(' || c == '[' || c == '{') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
