package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.PendingWrites.Write;
import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.schema.TableNames;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.IndexKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The database as one query or mutation sees it: a snapshot, with its own writes on top. Nothing is visible to others
/// before [#commit()], and nothing ever is when it is closed without.
///
/// For one thread at a time. What user code did wrong is a [SyscallException] with Convex's text; a failing disk is an
/// `UncheckedIOException`.
public final class Transaction implements AutoCloseable {
    /// Stands for the list of tables in read sets: its keys are the names of tables that were looked for in vain.
    static final int MISSING_TABLES = 0;

    private final Database database;
    private final long snapshot;
    private final boolean writable;
    private final double beganMillis;
    private final Catalog base;
    private Catalog catalog;
    private final TransactionUsage usage;
    private final PendingWrites pending = new PendingWrites();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private boolean open = true;

    private record Savepoint(int mark, Catalog catalog, TransactionLimits limits, TransactionLimits used) {}

    Transaction(Database database, long snapshot, boolean writable, Catalog catalog, TransactionLimits limits) {
        this.database = database;
        this.snapshot = snapshot;
        this.writable = writable;
        this.beganMillis = database.nowMillis();
        this.base = catalog;
        this.catalog = catalog;
        this.usage = new TransactionUsage(limits);
    }

    /// The moment it sees, nanoseconds since the epoch.
    public long snapshotTimestamp() {
        return snapshot;
    }

    /// Which tables ids belong to, for validators.
    public TableNames tableNames() {
        return catalog;
    }

    /// What it has read so far.
    public ReadSet reads() {
        return usage.reads();
    }

    /// What it has used so far.
    public TransactionLimits used() {
        return usage.used();
    }

    /// The limits it has come near, as Convex warns of them.
    public List<LimitWarning> warnings() {
        return LimitWarning.of(usage.used(), usage.limits());
    }

    /// As `1.0/getTransactionMetrics` answers.
    public ObjectNode metrics() {
        return usage.metrics();
    }

    TransactionUsage usage() {
        return usage;
    }

    Catalog catalog() {
        return catalog;
    }

    Catalog baseCatalog() {
        return base;
    }

    Collection<Write> writes() {
        return pending.all();
    }

    /// The table of an id, or null when there is none that user code may know.
    public @Nullable String tableOf(DocumentId id) {
        return catalog.nameOf(id.table());
    }

    /// The document with that id, or null.
    public @Nullable Document get(DocumentId id) throws SyscallException {
        Table table = catalog.table(id.table());
        if (table == null) {
            return null;
        }
        Index byId = catalog.index(table, Index.BY_ID);
        if (byId != null) {
            byte[] key = IndexKey.of(List.of(new ConvexValue.Text(id.encode())));
            usage.readInterval(byId.id(), Interval.of(key));
        }
        Document found = current(id);
        if (found != null) {
            usage.readDocument(found, table);
        }
        return found;
    }

    private @Nullable Document current(DocumentId id) {
        Write write = pending.of(id);
        return write != null ? write.now() : stored(id);
    }

    private @Nullable Document stored(DocumentId id) {
        return database.readers()
                .ask(reader -> Optional.ofNullable(reader.document(id, snapshot)))
                .orElse(null);
    }

    /// How many documents a table has.
    public long count(String name) throws SyscallException {
        Table table = catalog.table(name);
        if (table == null) {
            readMissingTable(name);
            return 0;
        }
        Index byId = catalog.index(table, Index.BY_ID);
        if (byId != null) {
            usage.readInterval(byId.id(), Interval.ALL);
        }
        long stored = database.readers().ask(reader -> reader.count(table.number(), snapshot));
        return stored + pending.growth(table.number());
    }

    void readMissingTable(String name) throws SyscallException {
        usage.reads().add(MISSING_TABLES, Interval.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// Starts a query; its documents come one by one.
    public QueryStream query(Query query) throws SyscallException {
        return query(query, Paging.NONE);
    }

    /// Starts a query that stops at the bounds of a page.
    public QueryStream query(Query query, Paging paging) throws SyscallException {
        return QueryStream.start(this, query, paging);
    }

    /// The next documents of an index in an interval, own writes included.
    IndexScan.Page scan(Index index, Interval interval, boolean descending, int limit) {
        List<SnapshotReader.Row> stored =
                database.readers().ask(reader -> reader.scan(index, interval, descending, snapshot, limit));
        return IndexScan.Page.of(stored, stored.size() < limit, pending, index, interval, descending);
    }

    /// Adds a document to a table of user code, which begins to exist if need be.
    public Document insert(String tableName, Obj value) throws SyscallException {
        if (Table.isSystem(tableName)) {
            throw new SyscallException("Invalid table name " + tableName + " starts with metadata prefix '_'");
        }
        return add(tableName, value);
    }

    /// Adds a document to a system table, which begins to exist if need be. Counts against no limit.
    public Document insertSystem(String tableName, Obj value) throws SyscallException {
        return add(tableName, value);
    }

    private Document add(String tableName, Obj value) throws SyscallException {
        requireWritable();
        Table table = catalog.table(tableName);
        if (table == null) {
            table = database.numbering().table(tableName);
            catalog = catalog.with(table, database.numbering().builtInIndexes(table));
        }
        DocumentId id = DocumentId.random(table.number(), database.random());
        double time = database.numbering().creationTime(beganMillis);
        return write(table, id, null, DocumentRules.document(id, time, value));
    }

    /// Puts fields over those of a document; an undefined one is removed.
    public Document patch(DocumentId id, Obj patch) throws SyscallException {
        Document old = existing(id, "Update");
        return change(old, DocumentRules.patched(old.value(), patch));
    }

    /// Puts a value in place of a document's.
    public Document replace(DocumentId id, Obj value) throws SyscallException {
        return change(existing(id, "Replace"), value);
    }

    private Document change(Document old, Obj value) throws SyscallException {
        Document next = DocumentRules.document(old.id(), old.creationTime(), value);
        Table table = catalog.table(old.id().table());
        return table == null || next.value().equals(old.value()) ? next : write(table, old.id(), old, next);
    }

    /// Removes a document, and answers what it was.
    public Document delete(DocumentId id) throws SyscallException {
        Document old = existing(id, "Delete");
        Table table = catalog.table(id.table());
        if (table != null) {
            usage.writeDocument(0, table);
            Write write = pending.of(id);
            pending.put(new Write(id, write == null ? old : write.base(), null, catalog.indexes(table.number())));
        }
        return old;
    }

    private Document existing(DocumentId id, String verb) throws SyscallException {
        requireWritable();
        Document old = get(id);
        if (old == null) {
            throw new SyscallException(verb + " on nonexistent document ID " + id);
        }
        return old;
    }

    private Document write(Table table, DocumentId id, @Nullable Document old, Document next) throws SyscallException {
        if (!table.isSystem()) {
            DocumentRules.check(next, table, catalog.schema().enforced(table.name()), catalog);
        }
        usage.writeDocument(next.size(), table);
        Write write = pending.of(id);
        pending.put(new Write(id, write == null ? old : write.base(), next, catalog.indexes(table.number())));
        return next;
    }

    private void requireWritable() throws SyscallException {
        if (!writable) {
            throw new SyscallException("Writing is not possible in a query or at a past moment");
        }
    }

    /// Counts a function that is scheduled with arguments of that size.
    public void countScheduled(long argumentsSize) throws SyscallException {
        usage.schedule(argumentsSize);
    }

    /// Begins a part that can be undone on its own, for a nested call.
    ///
    /// @param budget what that part may use; null for what the whole still may
    public void beginSubtransaction(@Nullable TransactionLimits budget) {
        savepoints.push(new Savepoint(pending.mark(), catalog, usage.limits(), usage.used()));
        if (budget != null) {
            usage.limit(budget.asBudgetAfter(usage.used(), usage.limits()));
        }
    }

    /// Ends the innermost part and keeps what it wrote.
    public void commitSubtransaction() {
        usage.limit(savepoints.pop().limits());
    }

    /// Ends the innermost part as if it had written nothing; what it read and scheduled stays counted.
    public void rollbackSubtransaction() {
        Savepoint savepoint = savepoints.pop();
        pending.backTo(savepoint.mark());
        catalog = savepoint.catalog();
        usage.limit(savepoint.limits());
        usage.forgetWrites(savepoint.used());
    }

    /// Makes all writes visible to others at one moment, or says what stands against it. It is over either way.
    ///
    /// @throws DatabaseException when the disk fails; nothing is written then
    public CommitResult commit() throws DatabaseException {
        if (!open) {
            throw new IllegalStateException("the transaction is over");
        }
        try {
            return database.commit(this);
        } finally {
            close();
        }
    }

    /// Ends it; what is not committed is gone.
    @Override
    public void close() {
        if (open) {
            open = false;
            database.ended(this);
        }
    }
}
