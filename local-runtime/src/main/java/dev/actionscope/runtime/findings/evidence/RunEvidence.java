package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.Span;
import java.util.List;

/// What a run left to be judged.
///
/// @param spans all of the run
/// @param calls the function calls among them that the project's own functions made
/// @param logs the console's lines
public record RunEvidence(List<Span> spans, List<CallEvidence> calls, List<LogLine> logs) {
    public RunEvidence {
        spans = List.copyOf(spans);
        calls = List.copyOf(calls);
        logs = List.copyOf(logs);
    }
}
