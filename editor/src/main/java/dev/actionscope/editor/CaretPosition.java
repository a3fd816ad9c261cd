package dev.actionscope.editor;

/// Where the caret is: line and column from 1, and how many characters are selected.
public record CaretPosition(int line, int column, int selected) {}
