package dev.actionscope.inspector.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingListTest {
    private final FindingList list = new FindingList(List.of(
            finding("chained-run-action", Severity.WARNING, "convex/orders.ts", 40),
            finding("dangling-promise", Severity.ERROR, "convex/email.ts", 9),
            finding("chained-run-action", Severity.WARNING, "convex/orders.ts", 12),
            finding("limit-near", Severity.INFO, null, 0)));

    private static Finding finding(
            String rule, Severity severity, @org.jspecify.annotations.Nullable String file, int line) {
        SourcePosition position = file == null ? null : new SourcePosition(file, line, 1);
        return new Finding(rule, severity, "what " + rule + " did", position, "orders:place", List.of(1L), "help");
    }

    @Test
    void groups_by_rule_with_the_worst_first() {
        assertEquals(
                List.of("dangling-promise (1)", "9", "chained-run-action (2)", "12", "40", "limit-near (1)", "-"),
                shown(FindingGrouping.RULE, ""));
    }

    @Test
    void groups_by_file() {
        assertEquals(
                List.of("convex/email.ts (1)", "9", "convex/orders.ts (2)", "12", "40", "No source position (1)", "-"),
                shown(FindingGrouping.FILE, ""));
    }

    @Test
    void filters_by_any_of_its_texts() {
        assertEquals(List.of("convex/email.ts (1)", "9"), shown(FindingGrouping.FILE, " DANGLING "));
        assertEquals(List.of(), shown(FindingGrouping.FILE, "nothing"));
        assertEquals(2, list.count(Severity.WARNING));
    }

    private List<String> shown(FindingGrouping grouping, String filter) {
        return list.rows(grouping, filter).stream()
                .map(row -> switch (row) {
                    case FindingRow.Group group -> group.title() + " (" + group.count() + ")";
                    case FindingRow.Item(Finding f) ->
                        f.position() == null ? "-" : "" + f.position().line();
                })
                .toList();
    }
}
