package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Findings from what a run did. Each has the spans that are its evidence.
public final class RunFindings {
    private static final List<RunRule> RULES = List.of(
            UnawaitedRules::findings,
            ChainedActionRule::findings,
            RepeatedCallRules::findings,
            SideEffectRule::findings,
            DirectCallRule::findings);

    private RunFindings() {}

    /// What all rules see, in the order of the rules; one for each rule, place and function.
    public static List<Finding> of(RunEvidence run) {
        RunIndex index = new RunIndex(run);
        Map<Key, Finding> merged = new LinkedHashMap<>();
        for (RunRule rule : RULES) {
            for (Finding finding : rule.findings(index)) {
                Key key = new Key(finding.rule(), finding.position(), finding.function(), finding.message());
                merged.merge(key, finding, RunFindings::together);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static Finding together(Finding one, Finding other) {
        TreeSet<Long> spans = new TreeSet<>(one.spanIds());
        spans.addAll(other.spanIds());
        return new Finding(
                one.rule(),
                one.severity(),
                one.message(),
                one.position(),
                one.function(),
                List.copyOf(spans),
                one.help());
    }

    /// What makes findings the same; without a position the message does.
    private record Key(String rule, @Nullable SourcePosition position, String function, String message) {
        private Key {
            message = position == null ? message : "";
        }
    }
}
