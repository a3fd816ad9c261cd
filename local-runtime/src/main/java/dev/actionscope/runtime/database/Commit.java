package dev.actionscope.runtime.database;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one committed transaction changed.
///
/// @param timestamp nanoseconds since the epoch, greater than any before
/// @param changes every index key that gained, lost or kept a changed document
public record Commit(long timestamp, List<Change> changes) {
    public Commit {
        changes = List.copyOf(changes);
    }

    /// One key of one index.
    record Change(int index, byte[] key, String table) {}

    /// The names of the tables it changed.
    public Set<String> tables() {
        return changes.stream().map(Change::table).collect(Collectors.toSet());
    }

    /// Whether something that was read is no longer as it was.
    public boolean affects(ReadSet reads) {
        return conflict(reads) != null;
    }

    @Nullable
    String conflict(ReadSet reads) {
        for (Change change : changes) {
            if (reads.touches(change.index()) && reads.contains(change.index(), change.key())) {
                return change.table();
            }
        }
        return null;
    }
}
