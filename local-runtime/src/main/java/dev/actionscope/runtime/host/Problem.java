package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Something wrong with a project's files.
///
/// @param message one or a few lines, without the position
/// @param position where, null when it concerns the whole project
public record Problem(
        Severity severity, String message, @Nullable SourcePosition position) {}
