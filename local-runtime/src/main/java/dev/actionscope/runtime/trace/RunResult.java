package dev.actionscope.runtime.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that is known of a run that has ended; what `--output json` prints.
///
/// @param function as in `messages:sendGif`
/// @param kind `action`, `query`, `mutation` or `httpAction`
/// @param runtime `convex` or `node`
/// @param engine `interpreter`, `optimising` or `node`
/// @param value Convex JSON, only on success
/// @param durationNanos from the call to its end
/// @param peakHeapBytes the most memory the run's own JavaScript was seen to hold
/// @param recording the file the run was recorded to, null when it was not
public record RunResult(
        String function,
        SpanKind kind,
        String runtime,
        String engine,
        RunStatus status,
        @Nullable JsonNode value,
        @Nullable RunError error,
        long durationNanos,
        long peakHeapBytes,
        List<LogLine> logs,
        List<Span> spans,
        List<Finding> findings,
        @Nullable String recording) {
    public RunResult {
        logs = List.copyOf(logs);
        spans = List.copyOf(spans);
        findings = List.copyOf(findings);
    }

    /// The same, with the file it was recorded to.
    public RunResult recordedTo(String file) {
        return new RunResult(
                function,
                kind,
                runtime,
                engine,
                status,
                value,
                error,
                durationNanos,
                peakHeapBytes,
                logs,
                spans,
                findings,
                file);
    }
}
