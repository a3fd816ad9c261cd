package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects findings, one for each rule and line.
final class FindingSink {
    private final Evaluator evaluator;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Rule, Finding> templates = new EnumMap<>(Rule.class);

    FindingSink(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Reports something at the beginning of a node.
    void report(Rule rule, ISwc4jAst node, SourceFile file, String message) {
        SourcePosition position = file.position(node);
        boolean isKnown = findings.stream()
                .anyMatch(finding -> finding.rule().equals(rule.id()) && position.equals(finding.position()));
        if (isKnown) {
            return;
        }
        Registration function = evaluator.names().exports().enclosing(node, file);
        Finding template = templates.computeIfAbsent(rule, key -> key.finding("", null, "", List.of()));
        findings.add(new Finding(
                rule.id(),
                rule.severity(),
                message,
                position,
                function == null ? "" : function.path(),
                List.of(),
                template.help()));
    }

    /// All findings, by file, line and column.
    List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparing(FindingSink::file)
                        .thenComparingInt(finding -> at(finding).line())
                        .thenComparingInt(finding -> at(finding).column())
                        .thenComparing(Finding::rule))
                .toList();
    }

    private static String file(Finding finding) {
        return at(finding).file();
    }

    private static SourcePosition at(Finding finding) {
        SourcePosition position = finding.position();
        return position == null ? new SourcePosition("", 1, 1) : position;
    }
}
