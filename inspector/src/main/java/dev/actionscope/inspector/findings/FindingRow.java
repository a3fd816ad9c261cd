package dev.actionscope.inspector.findings;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;

/// One line of the list of findings.
public sealed interface FindingRow {
    /// The line above the findings of a rule or file.
    ///
    /// @param title the rule's id or the file
    /// @param worst the worst severity below it
    record Group(String title, int count, Severity worst) implements FindingRow {}

    /// A finding.
    record Item(Finding finding) implements FindingRow {}
}
