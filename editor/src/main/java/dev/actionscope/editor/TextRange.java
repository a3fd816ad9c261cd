package dev.actionscope.editor;

/// A piece of a text. Lines and columns count from 1; the end column is behind the last character. A range whose end is
/// not behind its start means the word that starts there.
public record TextRange(int line, int column, int endLine, int endColumn) {
    /// The word at a place.
    public static TextRange wordAt(int line, int column) {
        return new TextRange(line, column, line, column);
    }
}
