package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.seam.SyscallException;
import org.jspecify.annotations.Nullable;

/// Where the documents of a query come from, in order, read as far as asked.
interface DocumentSource {
    /// The next one, or null.
    @Nullable
    Document next() throws SyscallException;

    /// Behind the last one given; null before the first of a query that began at its start.
    @Nullable
    Position position();

    /// Behind the one in the middle of those given, or null when there were too few.
    @Nullable
    Position splitPosition();

    /// Whether so much was read that a page is better split.
    boolean isNearLimit();

    /// Whether it stopped at a bound of its page.
    boolean isLimitReached();
}
