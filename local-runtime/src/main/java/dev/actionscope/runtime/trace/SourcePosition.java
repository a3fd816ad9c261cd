package dev.actionscope.runtime.trace;

/// A place in a source file that a person wrote.
///
/// @param file path relative to the project's folder, with forward slashes
/// @param line 1-based
/// @param column 1-based, in UTF-16 units
public record SourcePosition(String file, int line, int column) {
    public SourcePosition {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column are 1-based: " + line + ":" + column);
        }
    }

    /// Whether the file belongs to the project itself rather than to a package it uses.
    public boolean isUserCode() {
        return !file.contains("node_modules/");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
