package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /// The spans by id.
    Map<Long, Span> byId() {
        Map<Long, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.id(), span));
        return byId;
    }

    /// The spans done on behalf of a span, by start.
    List<Span> children(Span parent) {
        List<Span> children = new ArrayList<>();
        for (Span span : spans) {
            if (span.parentId() != null && span.parentId() == parent.id()) {
                children.add(span);
            }
        }
        children.sort(Comparator.comparingLong(Span::startNanos).thenComparingLong(Span::id));
        return children;
    }

    /// The function that a span is a call of; null when it is none of the project's.
    @Nullable
    FunctionInfo function(Span span) {
        for (CallEvidence call : calls) {
            if (call.spanId() == span.id()) {
                return call.function();
            }
        }
        return null;
    }

    /// The spans that are calls of actions, HTTP actions included.
    List<Span> actions() {
        return spans.stream()
                .filter(span -> span.kind() == SpanKind.ACTION || span.kind() == SpanKind.HTTP_ACTION)
                .toList();
    }
}
