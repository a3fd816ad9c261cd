package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.Paging.After;
import dev.actionscope.runtime.database.Paging.End;
import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks an interval of an index, counting what it reads: the transaction's read set grows to the document it stands
/// at, and to the whole interval once it is through.
final class IndexScan implements DocumentSource {
    private static final int FIRST_PAGE = 16;
    private static final int LARGEST_PAGE = 512;
    private static final double SOFT = 0.75;

    private final Transaction transaction;
    private final Table table;
    private final Index index;
    private final boolean descending;
    private final Paging paging;
    private final Interval whole;
    private Interval unread;
    private final Deque<SnapshotReader.Row> fetched = new ArrayDeque<>();
    private final List<byte[]> positions = new ArrayList<>();
    private @Nullable Position position;
    private int pageSize = FIRST_PAGE;
    private long rows;
    private long bytes;
    private boolean limitReached;

    /// Some consecutive documents of an index.
    ///
    /// @param rest where there may be more, empty when there is none
    record Page(List<SnapshotReader.Row> rows, Interval rest) {

        /// Lays the own writes over what is stored.
        ///
        /// @param complete whether `stored` is all there is in the interval
        static Page of(
                List<SnapshotReader.Row> stored,
                boolean complete,
                PendingWrites pending,
                Index index,
                Interval interval,
                boolean descending) {
            Interval seen = interval;
            Interval rest = new Interval(interval.start(), interval.start());
            if (!complete) {
                byte[] last = stored.getLast().key();
                seen = interval.upTo(last, descending);
                rest = interval.after(last, descending);
            }
            SortedMap<byte[], Optional<Document>> own = pending.within(index, seen);
            if (own.isEmpty()) {
                return new Page(stored, rest);
            }
            TreeMap<byte[], Document> merged = new TreeMap<>(Arrays::compareUnsigned);
            stored.forEach(row -> merged.put(row.key(), row.document()));
            own.forEach((key, document) -> {
                if (document.isPresent()) {
                    merged.put(key, document.get());
                } else {
                    merged.remove(key);
                }
            });
            List<SnapshotReader.Row> rows = new ArrayList<>(merged.size());
            (descending ? merged.descendingMap() : merged)
                    .forEach((key, document) -> rows.add(new SnapshotReader.Row(key, document)));
            return new Page(rows, rest);
        }
    }

    IndexScan(Transaction transaction, Table table, Index index, Interval interval, boolean descending, Paging paging) {
        this.transaction = transaction;
        this.table = table;
        this.index = index;
        this.descending = descending;
        this.paging = paging;
        this.position = paging.after();
        this.whole = bounded(interval);
        this.unread = whole;
    }

    private Interval bounded(Interval interval) {
        Interval from = switch (paging.after()) {
            case After(byte[] key) -> interval.after(key, descending);
            case End() -> new Interval(interval.start(), interval.start());
            case null -> interval;
        };
        return paging.upTo() instanceof After(byte[] key) ? from.upTo(key, descending) : from;
    }

    @Override
    public @Nullable Document next() throws SyscallException {
        boolean bounded = paging.upTo() == null;
        Long maximumBytes = paging.maximumBytes();
        if (bounded && maximumBytes != null && bytes >= maximumBytes) {
            throw limit("Query scanned too much data (fetched " + bytes + " bytes).");
        }
        while (fetched.isEmpty()) {
            if (position instanceof End || unread.isEmpty()) {
                transaction.usage().readInterval(index.id(), whole);
                position = paging.upTo() != null ? paging.upTo() : new End();
                return null;
            }
            Long maximumRows = paging.maximumRows();
            if (bounded && maximumRows != null && rows >= maximumRows) {
                throw limit("Query scanned too many documents (fetched " + rows + ").");
            }
            fetch();
        }
        return take(fetched.removeFirst());
    }

    private SyscallException limit(String text) {
        limitReached = true;
        return new SyscallException(text);
    }

    private void fetch() {
        Long maximumRows = paging.maximumRows();
        int size = maximumRows == null || paging.upTo() != null
                ? pageSize
                : (int) Math.min(pageSize, Math.max(1, maximumRows - rows));
        Page page = transaction.scan(index, unread, descending, size);
        fetched.addAll(page.rows());
        unread = page.rest();
        pageSize = Math.min(LARGEST_PAGE, pageSize * 2);
    }

    private Document take(SnapshotReader.Row row) throws SyscallException {
        Document document = row.document();
        transaction.usage().readDocument(document, table);
        rows++;
        bytes += document.size();
        position = new After(row.key());
        positions.add(row.key());
        transaction.usage().readInterval(index.id(), whole.upTo(row.key(), descending));
        return document;
    }

    @Override
    public @Nullable Position position() {
        return position;
    }

    @Override
    public @Nullable Position splitPosition() {
        return positions.size() <= 2 ? null : new After(positions.get(positions.size() / 2));
    }

    @Override
    public boolean isLimitReached() {
        return limitReached;
    }

    @Override
    public boolean isNearLimit() {
        TransactionLimits limits = TransactionLimits.CONVEX;
        Long maximumRows = paging.maximumRows();
        Long maximumBytes = paging.maximumBytes();
        long mostRows = Math.min(maximumRows == null ? Long.MAX_VALUE : maximumRows, limits.documentsRead());
        long mostBytes = Math.min(maximumBytes == null ? Long.MAX_VALUE : maximumBytes, limits.bytesRead());
        return rows > SOFT * mostRows || bytes > SOFT * mostBytes;
    }
}
