package dev.actionscope.editor;

/// Something to underline with a wave.
///
/// @param message what is wrong, shown when the mouse rests on it
public record Problem(TextRange range, Severity severity, String message) {}
