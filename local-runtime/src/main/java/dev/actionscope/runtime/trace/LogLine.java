package dev.actionscope.runtime.trace;

import org.jspecify.annotations.Nullable;

/// One console call.
///
/// @param text all arguments as Convex renders them, joined by a space; may hold line breaks
/// @param position where `console` was called, null when unknown
/// @param spanId the function call that logged it
/// @param atNanos from the run's start
public record LogLine(LogLevel level, String text, @Nullable SourcePosition position, long spanId, long atNanos) {}
