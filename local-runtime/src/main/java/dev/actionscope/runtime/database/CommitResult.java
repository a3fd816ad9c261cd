package dev.actionscope.runtime.database;

/// How a commit ended.
public sealed interface CommitResult {

    /// Everything is written, at one moment.
    ///
    /// @param timestamp nanoseconds since the epoch; for a transaction that wrote nothing, its snapshot's
    record Committed(long timestamp) implements CommitResult {}

    /// Nothing is written: what the transaction read has changed since. The function is to be run again from the start.
    ///
    /// @param table where
    record Conflict(String table) implements CommitResult {
        /// What Convex says once no further attempt is made.
        public String message() {
            return "Documents read from or written to the \"" + table + "\" table changed while this mutation was being"
                    + " run and on every subsequent retry. See https://docs.convex.dev/error#1";
        }
    }
}
