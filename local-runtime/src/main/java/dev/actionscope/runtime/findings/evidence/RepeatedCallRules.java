package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Rules about calls of an action that could have been one: `sequential-calls`, `calls-in-loop`.
final class RepeatedCallRules {
    private static final int LOOP = 3;
    private static final String PAGING = ".*(cursor|pagination|page|batch|offset|chunk).*";

    private RepeatedCallRules() {}

    static List<Finding> findings(RunIndex run) {
        List<Finding> findings = new ArrayList<>();
        for (Span action : run.actions()) {
            List<Span> children = run.children(action).stream()
                    .filter(span -> span.kind() != SpanKind.AUTH)
                    .toList();
            sequential(action, children, findings);
            inLoop(action, children, findings);
        }
        return findings;
    }

    private static void sequential(Span action, List<Span> children, List<Finding> findings) {
        for (int i = 1; i < children.size(); i++) {
            Span before = children.get(i - 1);
            Span call = children.get(i);
            boolean isTransaction = call.kind() == SpanKind.QUERY || call.kind() == SpanKind.MUTATION;
            boolean follows = before.kind() == call.kind() && before.endNanos() <= call.startNanos();
            if (isTransaction && follows && !isSameSite(before, call) && !isPaging(call)) {
                findings.add(Rule.SEQUENTIAL_CALLS.finding(
                        message(before, call), call.position(), action.name(), List.of(before.id(), call.id())));
            }
        }
    }

    private static String message(Span before, Span call) {
        String kind = call.kind() == SpanKind.QUERY ? "queries" : "mutations";
        return "`" + before.name() + "` and `" + call.name() + "` were called one after the other: two " + kind
                + " are two transactions and took " + Amounts.millis(before.durationNanos() + call.durationNanos())
                + " together.";
    }

    private static void inLoop(Span action, List<Span> children, List<Finding> findings) {
        int start = 0;
        for (int i = 1; i <= children.size(); i++) {
            if (i < children.size() && isSameSite(children.get(start), children.get(i))) {
                continue;
            }
            List<Span> group = children.subList(start, i);
            if (group.size() >= LOOP && isPerElement(group)) {
                findings.add(loopFinding(action, group));
            }
            start = i;
        }
    }

    private static Finding loopFinding(Span action, List<Span> group) {
        Span first = group.getFirst();
        long until = group.stream().mapToLong(Span::endNanos).max().orElse(first.endNanos());
        String message = "`" + first.name() + "` was called " + group.size() + " times from one place, which took "
                + Amounts.millis(until - first.startNanos()) + ": one call that takes all elements would do.";
        return Rule.CALLS_IN_LOOP.finding(
                message,
                first.position(),
                action.name(),
                group.stream().map(Span::id).toList());
    }

    /// Whether each call was for one element: of functions, with arguments that differ, and not for a page or batch.
    private static boolean isPerElement(List<Span> group) {
        SpanKind kind = group.getFirst().kind();
        if (kind != SpanKind.QUERY && kind != SpanKind.MUTATION && kind != SpanKind.ACTION) {
            return false;
        }
        Set<String> arguments = new HashSet<>();
        for (Span call : group) {
            if (isPaging(call)) {
                return false;
            }
            arguments.add(String.valueOf(call.attributes().get("arguments")));
        }
        return arguments.size() > group.size() / 2;
    }

    private static boolean isSameSite(Span one, Span other) {
        SourcePosition position = one.position();
        return position != null
                && position.equals(other.position())
                && one.name().equals(other.name());
    }

    /// Whether a call's arguments are those of a page or of a batch: a cursor, or a list of several.
    private static boolean isPaging(Span call) {
        JsonNode arguments = call.attributes().get("arguments");
        if (arguments == null) {
            return false;
        }
        JsonNode named = arguments.isArray() && arguments.size() == 1 ? arguments.get(0) : arguments;
        return named.properties().stream()
                .anyMatch(argument -> argument.getKey().toLowerCase(Locale.ROOT).matches(PAGING)
                        || (argument.getValue().isArray() && argument.getValue().size() > 1));
    }
}
