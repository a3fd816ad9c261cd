package dev.actionscope.editor.text;

/// A text and what is selected in it; `anchor` and `caret` are equal where nothing is.
public record Selection(String text, int anchor, int caret) {
    /// The first selected character.
    public int start() {
        return Math.min(anchor, caret);
    }

    /// The character after the last selected one.
    public int end() {
        return Math.max(anchor, caret);
    }

    /// Whether nothing is selected.
    public boolean isEmpty() {
        return anchor == caret;
    }

    /// Where the first selected line starts.
    int firstLineStart() {
        return text.lastIndexOf('\n', start() - 1) + 1;
    }

    /// Where the last selected line ends, before its line break. A selection that ends at the very start of a line
    /// does not take that line.
    int lastLineEnd() {
        int last = !isEmpty() && end() > firstLineStart() && text.charAt(end() - 1) == '\n' ? end() - 1 : end();
        int newline = text.indexOf('\n', last);
        return newline < 0 ? text.length() : newline;
    }

    /// The white space that the first selected line starts with.
    String indentation() {
        int start = firstLineStart();
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
