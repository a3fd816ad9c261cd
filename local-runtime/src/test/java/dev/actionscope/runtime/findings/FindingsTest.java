package dev.actionscope.runtime.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Finding RUN = at(Rule.DANGLING_PROMISE, 7, 5, List.of(3L));

    @Test
    void of_two_findings_at_the_same_line_the_runs_stays() {
        Finding source = at(Rule.DANGLING_PROMISE, 7, 9, List.of());
        assertEquals(List.of(RUN), Findings.merge(List.of(RUN), List.of(source)));
    }

    @Test
    void other_lines_rules_and_findings_without_a_place_are_kept() {
        Finding line = at(Rule.DANGLING_PROMISE, 8, 5, List.of());
        Finding rule = at(Rule.CALLS_IN_LOOP, 7, 5, List.of());
        Finding nowhere = Rule.MEMORY_GROWTH.finding("grew", null, "", List.of());
        assertEquals(
                List.of(RUN, line, rule, nowhere, nowhere),
                Findings.merge(List.of(RUN), List.of(line, rule, nowhere, nowhere)));
    }

    @Test
    void two_findings_of_a_run_at_one_line_both_stay() {
        Finding second = at(Rule.DANGLING_PROMISE, 7, 20, List.of(4L));
        assertEquals(List.of(RUN, second), Findings.merge(List.of(RUN, second), List.of()));
    }

    private static Finding at(Rule rule, int line, int column, List<Long> spans) {
        return rule.finding("message", new SourcePosition("convex/a.ts", line, column), "a:a", spans);
    }
}
