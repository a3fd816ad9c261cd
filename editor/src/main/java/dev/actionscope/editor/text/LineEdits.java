package dev.actionscope.editor.text;

import java.util.List;
import java.util.Optional;

/// Changes of whole lines: indent, comment, duplicate, move, delete.
public final class LineEdits {
    private static final String INDENT = "  ";

    private LineEdits() {}

    /// Adds one level of indentation to each selected line; with nothing selected, at the caret.
    public static TextEdit indent(Selection selection) {
        if (selection.isEmpty()) {
            int at = selection.caret();
            return new TextEdit(at, at, INDENT, at + INDENT.length(), at + INDENT.length());
        }
        return eachLine(selection, line -> line.isEmpty() ? line : INDENT + line);
    }

    /// Takes one level of indentation from each selected line.
    public static TextEdit outdent(Selection selection) {
        return eachLine(selection, line -> {
            if (line.startsWith("\t")) {
                return line.substring(1);
            }
            int spaces = 0;
            while (spaces < INDENT.length() && spaces < line.length() && line.charAt(spaces) == ' ') {
                spaces++;
            }
            return line.substring(spaces);
        });
    }

    /// Makes comments of the selected lines, or code again if all of them are comments.
    public static TextEdit toggleComment(Selection selection, String comment) {
        List<String> lines = lines(selection).filter(line -> !line.isBlank()).toList();
        boolean commented = !lines.isEmpty()
                && lines.stream().allMatch(line -> line.stripLeading().startsWith(comment));
        if (commented) {
            return eachLine(selection, line -> uncomment(line, comment));
        }
        int column = lines.stream().mapToInt(LineEdits::indentation).min().orElse(0);
        boolean onlyBlank = lines.isEmpty();
        return eachLine(selection, line -> {
            boolean skip = line.isBlank() && !onlyBlank;
            int at = Math.min(column, line.length());
            return skip ? line : line.substring(0, at) + comment + " " + line.substring(at);
        });
    }

    private static String uncomment(String line, String comment) {
        int at = line.indexOf(comment);
        if (at < 0) {
            return line;
        }
        int end = at + comment.length();
        if (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        return line.substring(0, at) + line.substring(end);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// Copies the selected lines below themselves; the selection moves to the copy when `down`.
    public static TextEdit duplicate(Selection selection, boolean down) {
        int start = selection.firstLineStart();
        int end = selection.lastLineEnd();
        String lines = selection.text().substring(start, end) + "\n";
        int shift = down ? lines.length() : 0;
        return new TextEdit(start, start, lines, selection.anchor() + shift, selection.caret() + shift);
    }

    /// Swaps the selected lines with the line above; nothing at the top.
    public static Optional<TextEdit> moveUp(Selection selection) {
        int start = selection.firstLineStart();
        if (start == 0) {
            return Optional.empty();
        }
        int end = selection.lastLineEnd();
        int above = selection.text().lastIndexOf('\n', start - 2) + 1;
        String moved =
                selection.text().substring(start, end) + "\n" + selection.text().substring(above, start - 1);
        int shift = above - start;
        return Optional.of(new TextEdit(above, end, moved, selection.anchor() + shift, selection.caret() + shift));
    }

    /// Swaps the selected lines with the line below; nothing at the bottom.
    public static Optional<TextEdit> moveDown(Selection selection) {
        int start = selection.firstLineStart();
        int end = selection.lastLineEnd();
        if (end == selection.text().length()) {
            return Optional.empty();
        }
        int newline = selection.text().indexOf('\n', end + 1);
        int below = newline < 0 ? selection.text().length() : newline;
        String line = selection.text().substring(end + 1, below);
        String moved = line + "\n" + selection.text().substring(start, end);
        int shift = line.length() + 1;
        return Optional.of(new TextEdit(start, below, moved, selection.anchor() + shift, selection.caret() + shift));
    }

    /// Removes the selected lines with their line breaks.
    public static TextEdit delete(Selection selection) {
        int start = selection.firstLineStart();
        int end = Math.min(selection.text().length(), selection.lastLineEnd() + 1);
        boolean lastLine = end == selection.text().length() && selection.lastLineEnd() == end && start > 0;
        int from = lastLine ? start - 1 : start;
        return new TextEdit(from, end, "", from, from);
    }

    private interface LineChange {
        String apply(String line);
    }

    private static java.util.stream.Stream<String> lines(Selection selection) {
        return selection
                .text()
                .substring(selection.firstLineStart(), selection.lastLineEnd())
                .lines();
    }

    private static TextEdit eachLine(Selection selection, LineChange change) {
        int start = selection.firstLineStart();
        int end = selection.lastLineEnd();
        String[] lines = selection.text().substring(start, end).split("\n", -1);
        int anchor = selection.anchor();
        int caret = selection.caret();
        int lineStart = start;
        for (int i = 0; i < lines.length; i++) {
            String changed = change.apply(lines[i]);
            int grown = changed.length() - lines[i].length();
            anchor += shift(selection.anchor(), lineStart, grown, selection.isEmpty());
            caret += shift(selection.caret(), lineStart, grown, selection.isEmpty());
            lineStart += lines[i].length() + 1;
            lines[i] = changed;
        }
        return new TextEdit(start, end, String.join("\n", lines), Math.max(start, anchor), Math.max(start, caret));
    }

    /// How far a place moves when the line at `lineStart` grows at its front.
    private static int shift(int place, int lineStart, int grown, boolean alsoAtStart) {
        boolean moves = alsoAtStart ? place >= lineStart : place > lineStart;
        return moves ? Math.max(grown, lineStart - place) : 0;
    }
}
