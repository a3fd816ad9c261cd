package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import dev.actionscope.runtime.isolate.UnawaitedPromise.Kind;
import dev.actionscope.runtime.isolate.UnawaitedPromise.State;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Rules about what was not awaited: `dangling-promise`, `background-failure`.
final class UnawaitedRules {
    private UnawaitedRules() {}

    static List<Finding> findings(RunIndex run) {
        List<Finding> findings = new ArrayList<>();
        for (CallEvidence call : run.calls()) {
            Span span = run.span(call.spanId());
            if (span == null || span.status() == SpanStatus.CANCELED) {
                continue;
            }
            for (UnawaitedPromise promise : call.unawaited()) {
                findings.add(finding(promise, call.function().path(), span, run));
            }
        }
        return findings;
    }

    private static Finding finding(UnawaitedPromise promise, String function, Span call, RunIndex run) {
        boolean failed = promise.state() == State.REJECTED;
        Rule rule = failed ? Rule.BACKGROUND_FAILURE : Rule.DANGLING_PROMISE;
        String ended = "`" + function + "` " + (call.status() == SpanStatus.ERROR ? "failed" : "returned");
        String message = what(promise)
                + (failed ? " failed and nobody awaited it" + reason(promise, run) + "." : state(promise, ended));
        return rule.finding(message, promise.site().position(), function, promise.spanIds());
    }

    private static String what(UnawaitedPromise promise) {
        String text = promise.what().replaceAll("\\s+", " ").strip();
        String times = promise.count() > 1 ? " (" + promise.count() + " times)" : "";
        return "`" + text + "`" + times;
    }

    private static String state(UnawaitedPromise promise, String ended) {
        if (promise.kind() == Kind.TIMER) {
            return " was not due when " + ended + ": its callback did not run.";
        }
        if (promise.kind() == Kind.OPERATION) {
            return " was still going on when " + ended + ": it may or may not have finished.";
        }
        return promise.state() == State.PENDING
                ? " was not awaited and had not finished when " + ended + "."
                : " was not awaited; it happened to finish before " + ended + ".";
    }

    private static String reason(UnawaitedPromise promise, RunIndex run) {
        for (long id : promise.spanIds()) {
            Span span = run.span(id);
            String text = span == null ? null : errorText(span.attributes().get("error"));
            if (text != null) {
                return ": " + text.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
            }
        }
        return "";
    }

    private static @Nullable String errorText(@Nullable JsonNode error) {
        if (error == null) {
            return null;
        }
        JsonNode message = error.isObject() ? error.get("message") : error;
        return message != null && message.isString() ? message.stringValue() : null;
    }
}
