package dev.actionscope.runtime.trace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One thing a run did: a function call, or one operation that crossed the boundary of its isolate.
///
/// @param id unique in the run, in order of start, from 1
/// @param parentId the span on whose behalf it was done, null for the root
/// @param name what to show: `messages:send`, `GET api.giphy.com/v1/gifs`, `insert messages`
/// @param startNanos from the run's start, on a monotonic clock
/// @param durationNanos so far when `status` is `RUNNING`
/// @param allocatedBytes JavaScript memory allocated for this span itself, not its children; null where that cannot be
/// said
/// @param position where user code asked for it, null when unknown (the root of a run has its function's position)
/// @param attributes `arguments`, `result`, `error`, and what belongs to the kind: `method`, `url`, `status`, `table`,
/// …
///     A value too large to keep here stands as `{"$large": bytes, "preview": "…"}`
public record Span(
        long id,
        @Nullable Long parentId,
        SpanKind kind,
        String name,
        long startNanos,
        long durationNanos,
        @Nullable Long allocatedBytes,
        SpanStatus status,
        @Nullable SourcePosition position,
        ObjectNode attributes) {

    /// From the run's start.
    public long endNanos() {
        return startNanos + durationNanos;
    }
}
