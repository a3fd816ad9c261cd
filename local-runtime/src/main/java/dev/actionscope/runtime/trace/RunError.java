package dev.actionscope.runtime.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Why a run failed.
///
/// @param message Convex's own text without the frames: `Uncaught Error: no such gif`
/// @param data what a `ConvexError` carried, as Convex JSON; null for other errors
/// @param frames innermost first, mapped to the source
public record RunError(String message, @Nullable JsonNode data, List<Frame> frames) {
    public RunError {
        frames = List.copyOf(frames);
    }
}
