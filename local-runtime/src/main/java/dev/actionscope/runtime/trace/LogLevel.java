package dev.actionscope.runtime.trace;

/// The levels Convex stores; `SYSTEM` lines are the runtime's own warnings.
public enum LogLevel {
    DEBUG,
    LOG,
    INFO,
    WARN,
    ERROR,
    SYSTEM
}
