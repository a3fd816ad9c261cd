package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Rule `chained-run-action`: an action called another one of its own runtime, and what that cost.
final class ChainedActionRule {
    private ChainedActionRule() {}

    static List<Finding> findings(RunIndex run) {
        List<Finding> findings = new ArrayList<>();
        for (Span caller : run.actions()) {
            FunctionInfo from = run.function(caller);
            for (Span called : run.children(caller)) {
                FunctionInfo to = called.kind() == SpanKind.ACTION ? run.function(called) : null;
                if (from != null && to != null && from.environment() == to.environment()) {
                    findings.add(finding(caller, from, called, to, run));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Span caller, FunctionInfo from, Span called, FunctionInfo to, RunIndex run) {
        String runtime = from.environment() == Environment.NODE ? "Node.js" : "Convex's runtime";
        long carried = Amounts.size(called, "arguments") + Amounts.size(called, "result");
        String message = "`" + from.path() + "` called `" + to.path() + "` by `ctx.runAction`, though both run in "
                + runtime + ": of its " + Amounts.millis(called.durationNanos()) + " the extra call itself took "
                + Amounts.millis(overhead(called, run)) + ", and " + Amounts.bytes(carried)
                + " of arguments and results were copied.";
        return Rule.CHAINED_RUN_ACTION.finding(
                message, called.position(), from.path(), List.of(caller.id(), called.id()));
    }

    /// The time of a call that was not its handler's: what the runtime says, else all that no operation covers.
    private static long overhead(Span called, RunIndex run) {
        JsonNode handler = called.attributes().get("handlerNanos");
        return handler != null && handler.isNumber()
                ? Math.max(0, called.durationNanos() - handler.longValue())
                : Amounts.uncovered(called, run.children(called));
    }
}
