package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Source positions as they are shown where there is little room.
public final class SourceLabel {
    private SourceLabel() {}

    /// `orders.ts:12`, empty when the position is unknown.
    public static String of(@Nullable SourcePosition position) {
        return position == null
                ? ""
                : position.file().substring(position.file().lastIndexOf('/') + 1) + ":" + position.line();
    }
}
