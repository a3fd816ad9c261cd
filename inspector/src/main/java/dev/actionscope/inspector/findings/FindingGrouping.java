package dev.actionscope.inspector.findings;

/// What findings are gathered under.
public enum FindingGrouping {
    RULE,
    FILE
}
