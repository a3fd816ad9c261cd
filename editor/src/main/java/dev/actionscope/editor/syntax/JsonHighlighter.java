package dev.actionscope.editor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the tokens of JSON line by line: no JSON token spans lines, so any range can be read alone.
final class JsonHighlighter implements Highlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//.*|/\\*.*?(?:\\*/|$))"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?)(?<colon>(?=\\s*:))?"
            + "|(?<number>-?\\d[\\d.eE+-]*)"
            + "|(?<word>[A-Za-z]+)"
            + "|(?<mark>[{}\\[\\],:])");

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
        int begin = text.lastIndexOf('\n', from - 1) + 1;
        int newline = text.indexOf('\n', Math.max(to - 1, begin));
        Matcher matcher = TOKEN.matcher(text).region(begin, newline < 0 ? text.length() : newline);
        List<SyntaxToken> tokens = new ArrayList<>();
        while (matcher.find()) {
            Syntax kind = kind(matcher);
            if (matcher.end() > from && matcher.start() < to) {
                tokens.add(new SyntaxToken(matcher.start(), matcher.end(), kind));
            }
        }
        return tokens;
    }

    private static Syntax kind(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Syntax.COMMENT;
        }
        if (matcher.group("string") != null) {
            return matcher.group("colon") == null ? Syntax.STRING : Syntax.PROPERTY;
        }
        if (matcher.group("number") != null) {
            return Syntax.NUMBER;
        }
        return matcher.group("word") == null ? Syntax.PUNCTUATION : Syntax.CONSTANT;
    }
}
