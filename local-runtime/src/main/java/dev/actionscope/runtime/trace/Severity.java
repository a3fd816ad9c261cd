package dev.actionscope.runtime.trace;

/// How bad a finding is.
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
