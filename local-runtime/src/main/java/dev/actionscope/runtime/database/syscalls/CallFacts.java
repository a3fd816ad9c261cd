package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.TransactionLimits;
import org.jspecify.annotations.Nullable;

/// What one syscall did, for names and numbers in a trace.
///
/// @param verb `get`, `query`, `insert`, …
/// @param table null when it concerned none
/// @param index what a query went along, else null
/// @param filtered whether a query goes through `.filter(…)`
public record CallFacts(
        String verb,
        @Nullable String table,
        @Nullable String index,
        boolean filtered,
        long documentsRead,
        long bytesRead,
        long documentsWritten,
        long bytesWritten) {
    /// Before any call.
    public static final CallFacts NONE = new CallFacts("", null, null, false, 0, 0, 0, 0);

    static CallFacts of(Subject subject, TransactionLimits before, TransactionLimits after) {
        return new CallFacts(
                subject.verb(),
                subject.table(),
                subject.index(),
                subject.filtered(),
                after.documentsRead() - before.documentsRead(),
                after.bytesRead() - before.bytesRead(),
                after.documentsWritten() - before.documentsWritten(),
                after.bytesWritten() - before.bytesWritten());
    }

    /// What a call is about.
    record Subject(
            String verb, @Nullable String table, @Nullable String index, boolean filtered) {
        static Subject of(String verb, @Nullable String table) {
            return new Subject(verb, table, null, false);
        }
    }

    /// A name for a span: `insert messages`, `query messages.by_author`.
    public String title() {
        if (table == null) {
            return verb;
        }
        boolean named = index != null && !index.equals("by_creation_time");
        return verb + " " + table + (named ? "." + index : "");
    }
}
