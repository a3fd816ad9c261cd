package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Rule `unhandled-side-effect`: an outside write that was answered well, then a mutation that failed and took the
/// action with it.
final class SideEffectRule {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private SideEffectRule() {}

    static List<Finding> findings(RunIndex run) {
        List<Finding> findings = new ArrayList<>();
        for (Span action : run.actions()) {
            if (action.status() != SpanStatus.ERROR) {
                continue;
            }
            List<Span> written = new ArrayList<>();
            for (Span child : run.children(action)) {
                if (isWrite(child)) {
                    written.add(child);
                } else if (child.kind() == SpanKind.MUTATION && child.status() == SpanStatus.ERROR) {
                    List<Span> before = written.stream()
                            .filter(write -> write.endNanos() <= child.startNanos())
                            .toList();
                    if (!before.isEmpty()) {
                        findings.add(finding(action, before, child));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding finding(Span action, List<Span> writes, Span mutation) {
        List<Long> spans = new ArrayList<>(writes.stream().map(Span::id).toList());
        spans.add(mutation.id());
        Span last = writes.getLast();
        String message = "`" + last.name() + "` was answered with " + status(last) + ", then `" + mutation.name()
                + "` failed and `" + action.name() + "` with it: the request is neither undone nor repeated.";
        return Rule.UNHANDLED_SIDE_EFFECT.finding(message, mutation.position(), action.name(), spans);
    }

    private static boolean isWrite(Span span) {
        JsonNode method = span.attributes().get("method");
        int status = status(span);
        return span.kind() == SpanKind.FETCH
                && method != null
                && method.isString()
                && WRITES.contains(method.stringValue().toUpperCase(Locale.ROOT))
                && status >= 200
                && status < 400;
    }

    private static int status(Span span) {
        JsonNode status = span.attributes().get("status");
        return status != null && status.isNumber() ? status.intValue() : 0;
    }
}
