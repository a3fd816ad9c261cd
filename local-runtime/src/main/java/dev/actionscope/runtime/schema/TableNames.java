package dev.actionscope.runtime.schema;

import org.jspecify.annotations.Nullable;

/// Which table a table number in an id belongs to, as far as user code may know.
@FunctionalInterface
public interface TableNames {
    /// The table's name, or null for a number no visible table has.
    @Nullable
    String nameOf(int tableNumber);
}
