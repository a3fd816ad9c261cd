package dev.actionscope.runtime.database;

import org.jspecify.annotations.Nullable;

/// The bounds of one page of a query.
///
/// @param after where the page begins; null for the query's start
/// @param upTo where it ends, however many documents that are; null for wherever its reader stops
/// @param maximumRows documents to read at most; null for no bound of its own
/// @param maximumBytes bytes to read at most; null for no bound of its own
public record Paging(
        @Nullable Position after,
        @Nullable Position upTo,
        @Nullable Long maximumRows,
        @Nullable Long maximumBytes) {
    /// The whole query.
    public static final Paging NONE = new Paging(null, null, null, null);

    /// A place between two documents of a query.
    public sealed interface Position {}

    /// Behind the document with that index key.
    public record After(byte[] key) implements Position {}

    /// Behind the last document.
    public record End() implements Position {}
}
