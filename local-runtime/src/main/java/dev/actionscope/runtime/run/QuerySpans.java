package dev.actionscope.runtime.run;

import dev.actionscope.runtime.database.syscalls.CallFacts;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One span for each query that is read document by document, from its opening to its last document.
final class QuerySpans {
    private final TransactionSeam seam;
    private final Map<Long, Reading> open = new HashMap<>();

    private static final class Reading {
        private final OpenSpan span;
        private long documents;

        Reading(OpenSpan span) {
            this.span = span;
        }
    }

    QuerySpans(TransactionSeam seam) {
        this.seam = seam;
    }

    JsonNode open(JsonNode arguments, JsonNode answer, CallFacts facts, CallSite at) {
        OpenSpan span = seam.child(SpanKind.DB, facts.title(), at).with("query", arguments.path("query"));
        open.put(answer.path("queryId").asLong(), new Reading(span.start()));
        return answer;
    }

    Pending next(JsonNode arguments, Completion completion, TransactionSeam.Step step) {
        long id = arguments.path("queryId").asLong();
        Reading reading = open.get(id);
        try {
            JsonNode answer = step.answer();
            if (reading != null) {
                if (answer.path("done").asBoolean()) {
                    end(id);
                } else {
                    reading.documents++;
                }
            }
            completion.succeed(answer);
        } catch (SyscallException e) {
            if (reading != null) {
                reading.span.with("error", e.text());
                reading.span.end(SpanStatus.ERROR);
            }
            completion.fail(e);
        }
        return new SpanPending(reading == null ? seam.frame.span() : reading.span, () -> {});
    }

    void end(long id) {
        Reading reading = open.remove(id);
        if (reading != null) {
            reading.span.with("documents", reading.documents);
            reading.span.end(SpanStatus.OK);
        }
    }

    void endAll(SpanStatus status) {
        open.values().forEach(reading -> {
            reading.span.with("documents", reading.documents);
            reading.span.end(status);
        });
        open.clear();
    }
}
