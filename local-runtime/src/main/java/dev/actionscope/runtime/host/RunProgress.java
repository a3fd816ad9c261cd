package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.Span;
import java.util.List;

/// What a run did since the last message; sent a few dozen times a second at most.
///
/// @param spans started or ended since; the newer one of an id replaces the older
public record RunProgress(String runId, List<Span> spans, List<LogLine> logs) {
    public RunProgress {
        spans = List.copyOf(spans);
        logs = List.copyOf(logs);
    }
}
