package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.database.query.IndexBounds;
import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.database.query.Query.IndexRange;
import dev.actionscope.runtime.schema.DatabaseSchema.SearchIndex;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running query of a transaction: reads as far as it is asked to, no further. For the transaction's thread.
public final class QueryStream {
    private final Query query;
    private final @Nullable DocumentSource scan;
    private final @Nullable Position end;
    private final List<FieldPath> fields;
    private final long[] passed;
    private final Transaction transaction;

    private QueryStream(
            Transaction transaction,
            Query query,
            @Nullable DocumentSource scan,
            Paging paging,
            List<FieldPath> fields) {
        this.transaction = transaction;
        this.query = query;
        this.scan = scan;
        this.end = paging.upTo();
        this.fields = fields;
        this.passed = new long[query.operators().size()];
    }

    static QueryStream start(Transaction transaction, Query query, Paging paging) throws SyscallException {
        Query.Source source = query.source();
        Catalog catalog = transaction.catalog();
        Table table = catalog.table(source.table());
        if (table == null || !table.isVisible()) {
            if (!isBuiltIn(source.index())) {
                throw notFound(source);
            }
            transaction.readMissingTable(source.table());
            return new QueryStream(transaction, query, null, paging, List.of());
        }
        if (source instanceof Query.Search search) {
            return startSearch(transaction, query, table, search, paging);
        }
        Index index = catalog.index(table, source.index());
        if (index == null) {
            throw notFound(source);
        }
        if (index.staged()) {
            throw new SyscallException("Index " + source.table() + "." + source.index()
                    + " is currently staged and not available to query until it is enabled.");
        }
        Interval interval =
                source instanceof IndexRange range ? IndexBounds.compile(range, index.fields()) : Interval.ALL;
        IndexScan scan = new IndexScan(transaction, table, index, interval, source.descending(), paging);
        return new QueryStream(transaction, query, scan, paging, index.fields());
    }

    private static QueryStream startSearch(
            Transaction transaction, Query query, Table table, Query.Search search, Paging paging)
            throws SyscallException {
        Catalog catalog = transaction.catalog();
        Index byTime = catalog.index(table, Index.BY_CREATION_TIME);
        SearchIndex index = catalog.searchIndex(table, search.index());
        if (index == null || byTime == null) {
            throw notFound(search);
        }
        TextSearch found = TextSearch.start(transaction, table, byTime, search, index, paging);
        return new QueryStream(transaction, query, found, paging, List.of());
    }

    private static boolean isBuiltIn(String index) {
        return index.equals(Index.BY_ID) || index.equals(Index.BY_CREATION_TIME);
    }

    private static SyscallException notFound(Query.Source source) {
        return new SyscallException("Index " + source.table() + "." + source.index() + " not found.");
    }

    /// The query.
    public Query query() {
        return query;
    }

    /// What its index's keys are made of.
    public List<FieldPath> fields() {
        return fields;
    }

    /// The next document, or null when there is none.
    public @Nullable Document next() throws SyscallException {
        transaction.usage().forgetReadLimit();
        return next(query.operators().size() - 1);
    }

    private @Nullable Document next(int operator) throws SyscallException {
        if (operator < 0) {
            return scan == null ? null : scan.next();
        }
        return switch (query.operators().get(operator)) {
            case Query.Limit(long count) -> {
                if (passed[operator] >= count) {
                    yield null;
                }
                Document document = next(operator - 1);
                passed[operator] += document == null ? 0 : 1;
                yield document;
            }
            case Query.Filter(var expression) -> {
                Document document = next(operator - 1);
                while (document != null && !expression.isTrue(document.value())) {
                    document = next(operator - 1);
                }
                yield document;
            }
        };
    }

    /// Where it stands; null before the first document of a query that began at its start.
    public @Nullable Position position() {
        return scan != null ? scan.position() : end != null ? end : new Paging.End();
    }

    /// Behind the document in the middle of those read, or null when there were too few.
    public @Nullable Position splitPosition() {
        return scan == null ? null : scan.splitPosition();
    }

    /// Whether it has read so much that its page is better split.
    public boolean isNearLimit() {
        return scan != null && scan.isNearLimit();
    }

    /// Whether the last `next` failed for having read too much: what came before is a page that must be split.
    public boolean isLimitReached() {
        return transaction.usage().isReadLimitReached() || (scan != null && scan.isLimitReached());
    }
}
