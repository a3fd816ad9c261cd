package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.Span;
import java.util.ArrayList;
import java.util.List;

/// Rule `direct-function-call`: the convex package itself warns about it on the console.
final class DirectCallRule {
    private static final String WARNING = "Convex functions should not directly call other Convex functions";

    private DirectCallRule() {}

    static List<Finding> findings(RunIndex run) {
        List<Finding> findings = new ArrayList<>();
        for (LogLine line : run.logs()) {
            Span span = run.span(line.spanId());
            if (line.level() == LogLevel.WARN && line.text().contains(WARNING) && span != null) {
                findings.add(Rule.DIRECT_FUNCTION_CALL.finding(
                        "`" + span.name() + "` called a registered function as a plain function: its arguments were not"
                                + " validated and it got no context of its own.",
                        line.position(),
                        span.name(),
                        List.of(span.id())));
            }
        }
        return findings;
    }
}
