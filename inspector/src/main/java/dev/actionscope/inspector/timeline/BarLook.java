package dev.actionscope.inspector.timeline;

/// How a bar is drawn; what went wrong differs in shape, not in colour alone.
public enum BarLook {
    /// Filled.
    PLAIN,
    /// Filled, fading out to the right.
    RUNNING,
    /// Hatched within a solid edge.
    ERROR,
    /// Hollow within a dashed edge that is open to the right.
    DANGLING,
    /// Faint.
    CANCELED
}
