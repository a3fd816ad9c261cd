package dev.actionscope.inspector.value;

/// The types of Convex values, and what stands in for a value that is held elsewhere.
public enum ValueKind {
    NULL,
    BOOLEAN,
    NUMBER,
    BIGINT,
    STRING,
    BYTES,
    ARRAY,
    OBJECT,
    /// A part of a long array.
    RANGE,
    /// A value too large to be kept in the trace.
    LARGE,
    /// A line of a long string.
    LINE
}
