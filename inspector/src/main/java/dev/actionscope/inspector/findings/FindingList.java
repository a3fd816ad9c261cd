package dev.actionscope.inspector.findings;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Findings as they are listed: filtered, grouped, the worst first.
public final class FindingList {
    private final List<Finding> findings;

    public FindingList(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /// How many are that bad.
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /// The lines to show: groups with their findings below them.
    ///
    /// @param filter must occur in the rule, message, file or function, in any case; empty for all
    public List<FindingRow> rows(FindingGrouping grouping, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> wanted.isEmpty() || text(finding).contains(wanted))
                .sorted(byPlace())
                .forEach(f -> groups.computeIfAbsent(title(f, grouping), t -> new ArrayList<>())
                        .add(f));
        List<FindingRow> rows = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Finding>> group) -> worst(group.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> {
                    List<Finding> below = group.getValue();
                    rows.add(new FindingRow.Group(group.getKey(), below.size(), worst(below)));
                    below.forEach(finding -> rows.add(new FindingRow.Item(finding)));
                });
        return rows;
    }

    private static String title(Finding finding, FindingGrouping grouping) {
        SourcePosition position = finding.position();
        return switch (grouping) {
            case RULE -> finding.rule();
            case FILE -> position == null ? "No source position" : position.file();
        };
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static Comparator<Finding> byPlace() {
        return Comparator.comparing(Finding::severity)
                .thenComparing(f -> f.position() == null ? "" : f.position().file())
                .thenComparingInt(f -> f.position() == null ? 0 : f.position().line());
    }

    private static String text(Finding finding) {
        SourcePosition position = finding.position();
        String file = position == null ? "" : position.file();
        return String.join(" ", finding.rule(), finding.message(), file, finding.function())
                .toLowerCase(Locale.ROOT);
    }
}
