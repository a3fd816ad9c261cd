package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.DocumentId;
import org.jspecify.annotations.Nullable;

/// One document that a commit changed.
///
/// @param timestamp of the commit
/// @param before null when it was inserted
/// @param after null when it was deleted
public record DocumentChange(
        String table,
        DocumentId id,
        long timestamp,
        @Nullable Document before,
        @Nullable Document after) {}
