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

/// The evidence of a run, ready to be asked: built once, in one pass over the spans.
final class RunIndex {
    private final RunEvidence run;
    private final Map<Long, Span> byId = new HashMap<>();
    private final Map<Long, List<Span>> children = new HashMap<>();
    private final Map<Long, FunctionInfo> functions = new HashMap<>();

    RunIndex(RunEvidence run) {
        this.run = run;
        for (Span span : run.spans()) {
            byId.put(span.id(), span);
            if (span.parentId() != null) {
                children.computeIfAbsent(span.parentId(), id -> new ArrayList<>())
                        .add(span);
            }
        }
        Comparator<Span> byStart = Comparator.comparingLong(Span::startNanos).thenComparingLong(Span::id);
        children.values().forEach(list -> list.sort(byStart));
        run.calls().forEach(call -> functions.put(call.spanId(), call.function()));
    }

    List<CallEvidence> calls() {
        return run.calls();
    }

    List<LogLine> logs() {
        return run.logs();
    }

    @Nullable
    Span span(long id) {
        return byId.get(id);
    }

    /// The spans done on behalf of a span, by start.
    List<Span> children(Span parent) {
        return children.getOrDefault(parent.id(), List.of());
    }

    /// The function that a span is a call of; null when it is none of the project's.
    @Nullable
    FunctionInfo function(Span span) {
        return functions.get(span.id());
    }

    /// The spans that are calls of actions, HTTP actions included.
    List<Span> actions() {
        return run.spans().stream()
                .filter(span -> span.kind() == SpanKind.ACTION || span.kind() == SpanKind.HTTP_ACTION)
                .toList();
    }
}
