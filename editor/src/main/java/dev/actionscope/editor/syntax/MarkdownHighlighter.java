package dev.actionscope.editor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds headings, code, emphasis, links and lists of Markdown, line by line; code fences are counted from the top.
final class MarkdownHighlighter implements Highlighter {
    private static final Pattern INLINE = Pattern.compile("(?<heading>^#{1,6} .*$)"
            + "|(?<quote>^ {0,3}>.*$)"
            + "|(?<list>^\\s*(?:[-*+]|\\d+\\.)(?= ))"
            + "|(?<code>`[^`\\n]+`)"
            + "|(?<strong>\\*\\*[^*\\n]+\\*\\*|\\b__[^_\\n]+__\\b)"
            + "|(?<link>!?\\[[^\\]\\n]*\\]\\([^)\\n]*\\))");

    private String text = "";

    @Override
    public void reset(String newText) {
        text = newText;
    }

    @Override
    public void edited(int start, int removed, int inserted, String newText) {
        text = newText;
    }

    @Override
    public List<SyntaxToken> tokens(int from, int to) {
        List<SyntaxToken> tokens = new ArrayList<>();
        boolean fenced = false;
        for (int start = 0; start < Math.min(to, text.length()); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            boolean fence = text.startsWith("```", start) || text.startsWith("~~~", start);
            if (end > from && (fence || fenced)) {
                tokens.add(new SyntaxToken(start, end, fence ? Syntax.PUNCTUATION : Syntax.STRING));
            } else if (end > from) {
                inline(start, end, tokens);
            }
            fenced ^= fence;
            start = end + 1;
        }
        tokens.removeIf(token -> token.end() <= from || token.start() >= to || token.start() == token.end());
        return tokens;
    }

    private void inline(int start, int end, List<SyntaxToken> tokens) {
        Matcher matcher = INLINE.matcher(text).region(start, end);
        while (matcher.find()) {
            tokens.add(new SyntaxToken(matcher.start(), matcher.end(), kind(matcher)));
        }
    }

    private static Syntax kind(Matcher matcher) {
        if (matcher.group("heading") != null) {
            return Syntax.KEYWORD;
        }
        if (matcher.group("quote") != null) {
            return Syntax.COMMENT;
        }
        if (matcher.group("code") != null) {
            return Syntax.STRING;
        }
        if (matcher.group("link") != null) {
            return Syntax.FUNCTION;
        }
        return matcher.group("strong") == null ? Syntax.OPERATOR : Syntax.TYPE;
    }
}
