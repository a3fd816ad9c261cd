package dev.actionscope.editor.syntax;

/// A piece of text of one kind: characters `start` (inclusive) to `end` (exclusive) of the whole text.
public record SyntaxToken(int start, int end, Syntax kind) {}
