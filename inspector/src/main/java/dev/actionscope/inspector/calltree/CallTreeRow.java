package dev.actionscope.inspector.calltree;

/// One line of the call tree.
public sealed interface CallTreeRow {
    /// A span.
    ///
    /// @param row its row in the trace
    record Call(int row) implements CallTreeRow {}

    /// What a level does not show yet.
    ///
    /// @param parent the row whose children they are, [dev.actionscope.inspector.model.TraceModel#NO_ROW] for roots
    /// @param hidden how many there are
    record More(int parent, int hidden) implements CallTreeRow {}
}
