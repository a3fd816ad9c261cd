package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SourcePosition;

/// Shows a place of the source to the person: opens the file, puts the caret there.
@FunctionalInterface
public interface SourceNavigator {
    void open(SourcePosition position);
}
