package dev.actionscope.runtime.trace;

import org.jspecify.annotations.Nullable;

/// One line of a stack trace, mapped to the source.
///
/// @param function the function's name, empty for anonymous code
/// @param position where it was, null for code that has no source
public record Frame(String function, @Nullable SourcePosition position) {}
