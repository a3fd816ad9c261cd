package dev.actionscope.inspector.runs;

/// How the list of runs is sorted.
public enum RunOrder {
    NEWEST_FIRST,
    /// Runs that did not succeed come first, each part newest first.
    FAILURES_FIRST
}
