package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.DatabaseException.Problem;
import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.TableNames;
import dev.actionscope.runtime.value.FieldPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project's documents, on disk or for as long as the process lives: every version of each, by the time of the commit
/// that made it, and every index, likewise. So a transaction reads one moment while others write, and any past moment
/// can be read again.
///
/// For any number of threads; each [Transaction] is for one at a time. One instance has a directory at a time.
public final class Database implements AutoCloseable {
    private final SqliteFile file;
    private final DirectoryLock lock;
    private final @Nullable Path temporary;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReaderPool readers;
    private final CommitWriter writer;
    private final ReentrantLock commitLock = new ReentrantLock();
    private final RecentCommits recent;
    private final Numbering numbering;
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private boolean open = true;

    private Database(
            SqliteFile file, DirectoryLock lock, boolean temporary, InstantSource clock, RandomGenerator random)
            throws SQLException, DatabaseException {
        this.file = file;
        this.lock = lock;
        this.temporary = temporary ? file.path().getParent() : null;
        this.clock = clock;
        this.random = random;
        this.readers = new ReaderPool(file);
        Connection connection = file.openWriter();
        file.prepare(connection);
        this.writer = new CommitWriter(connection);
        long last = writer.number("SELECT max(ts) FROM commits");
        this.recent = new RecentCommits(new Catalog(writer.tables(), writer.indexes(), DatabaseSchema.NONE, 0), last);
        this.numbering = new Numbering(writer, last);
        writer.purgeDropped();
        writer.connection().commit();
    }

    /// Opens the database of a directory, which is made if need be.
    ///
    /// @throws DatabaseException when another instance has it, or it cannot be written or read
    public static Database open(Path directory) throws DatabaseException {
        return open(
                directory,
                InstantSource.system(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    /// The same with a clock and a source of ids of one's own.
    ///
    /// @param random for any thread
    public static Database open(Path directory, InstantSource clock, RandomGenerator random) throws DatabaseException {
        SqliteFile file = new SqliteFile(directory.resolve("database.sqlite"), true);
        return open(file, directory, false, clock, random);
    }

    /// Opens an empty database that is gone when closed.
    public static Database inMemory() throws DatabaseException {
        return inMemory(
                InstantSource.system(), () -> ThreadLocalRandom.current().nextLong());
    }

    /// The same with a clock and a source of ids of one's own.
    ///
    /// @param random for any thread
    public static Database inMemory(InstantSource clock, RandomGenerator random) throws DatabaseException {
        try {
            Path directory = Files.createTempDirectory("actionscope-database");
            SqliteFile file = new SqliteFile(directory.resolve("database.sqlite"), false);
            return open(file, directory, true, clock, random);
        } catch (IOException denied) {
            throw new DatabaseException(
                    Problem.NOT_WRITABLE, "The directory for temporary files cannot be written.", denied);
        }
    }

    private static Database open(
            SqliteFile file, Path directory, boolean temporary, InstantSource clock, RandomGenerator random)
            throws DatabaseException {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            return new Database(file, lock, temporary, clock, random);
        } catch (SQLException failure) {
            lock.close();
            throw file.describe(failure);
        } catch (DatabaseException refused) {
            lock.close();
            throw refused;
        }
    }

    /// Begins a transaction at the newest moment, with Convex's limits.
    public Transaction begin() {
        return begin(TransactionLimits.CONVEX);
    }

    /// Begins a transaction at the newest moment.
    public Transaction begin(TransactionLimits limits) {
        RecentCommits.State state = recent.begin();
        return new Transaction(this, state.timestamp(), true, state.catalog(), limits);
    }

    /// Begins a transaction that sees the database as it was at a moment and cannot write.
    ///
    /// @param timestamp nanoseconds since the epoch
    public Transaction readAt(long timestamp) {
        Catalog catalog = recent.beginAt(timestamp).catalog();
        return new Transaction(this, timestamp, false, catalog, TransactionLimits.CONVEX);
    }

    /// The time of the newest commit, nanoseconds since the epoch; 0 when there is none.
    public long lastTimestamp() {
        return recent.state().timestamp();
    }

    /// The tables that user code may know, by number.
    public List<Table> tables() {
        return catalog().tables().stream().filter(Table::isVisible).toList();
    }

    /// Which tables ids belong to now, for validators.
    public TableNames tableNames() {
        return catalog();
    }

    /// The indexes of a table, built-in ones first.
    public List<Index> indexes(Table table) {
        return catalog().indexes(table.number());
    }

    /// The schema that holds.
    public DatabaseSchema schema() {
        return catalog().schema();
    }

    /// Tells of every commit from now on, on the thread that committed, in order. The listener must be quick.
    public void onCommit(Consumer<Commit> listener) {
        commitLock.lock();
        try {
            listeners.add(listener);
        } finally {
            commitLock.unlock();
        }
    }

    /// The documents that commits changed, in order: those after one moment, up to another.
    public List<DocumentChange> changes(long after, long upTo) {
        List<DocumentChange> changes = new ArrayList<>();
        for (SnapshotReader.Version version : readers.ask(reader -> reader.versions(after, upTo))) {
            Table table = catalog().table(version.id().table());
            if (table != null) {
                changes.add(new DocumentChange(
                        table.name(), version.id(), version.timestamp(), version.before(), version.after()));
            }
        }
        return changes;
    }

    /// Deletes what was already overwritten or deleted at a moment. Earlier moments cannot be read from then on; those
    /// that a running transaction reads are kept.
    ///
    /// @return the earliest moment that can be read now
    /// @throws DatabaseException when the disk fails; nothing has changed then
    public long forgetBefore(long timestamp) throws DatabaseException {
        commitLock.lock();
        try {
            long earliest = Math.min(Math.min(timestamp, lastTimestamp()), recent.oldestRunning());
            writer.forgetBefore(earliest);
            writer.connection().commit();
            return earliest;
        } catch (SQLException failure) {
            throw failed(failure);
        } finally {
            commitLock.unlock();
        }
    }

    /// Gives the database a schema, which holds until the next; building indexes for the documents that are there.
    /// Transactions that run meanwhile will conflict.
    ///
    /// @throws DatabaseException when the disk fails; nothing has changed then
    public SchemaChange applySchema(DatabaseSchema schema) throws DatabaseException {
        commitLock.lock();
        try {
            if (schema.equals(schema())) {
                return new SchemaChange.Applied(List.of(), List.of());
            }
            SchemaUpdate update = new SchemaUpdate(this, catalog(), schema);
            List<SchemaChange.Violation> violations = update.violations(lastTimestamp());
            if (!violations.isEmpty()) {
                return new SchemaChange.Rejected(violations);
            }
            return write(update, update.plan());
        } finally {
            commitLock.unlock();
        }
    }

    /// Sees to it that a system table exists and has an index.
    ///
    /// @throws DatabaseException when the disk fails; nothing has changed then
    public void ensureSystemIndex(String table, String name, List<FieldPath> fields) throws DatabaseException {
        commitLock.lock();
        try {
            Table existing = catalog().table(table);
            if (existing == null || catalog().index(existing, name) == null) {
                SchemaUpdate update = new SchemaUpdate(this, catalog(), schema());
                write(update, update.planSystemIndex(table, name, fields));
            }
        } finally {
            commitLock.unlock();
        }
    }

    private SchemaChange write(SchemaUpdate update, Catalog next) throws DatabaseException {
        try {
            SchemaChange applied = update.write(writer);
            if (recent.isIdle()) {
                writer.purgeDropped();
            }
            writer.connection().commit();
            recent.publish(next);
            return applied;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    CommitResult commit(Transaction transaction) throws DatabaseException {
        if (transaction.writes().isEmpty()) {
            return new CommitResult.Committed(transaction.snapshotTimestamp());
        }
        commitLock.lock();
        try {
            String conflict = conflict(transaction);
            if (conflict != null) {
                return new CommitResult.Conflict(conflict);
            }
            PreparedCommit prepared = new PreparedCommit(transaction, catalog(), nextTimestamp());
            prepared.write(writer);
            writer.connection().commit();
            recent.publish(prepared.catalog(), prepared.commit());
            listeners.forEach(listener -> listener.accept(prepared.commit()));
            return new CommitResult.Committed(prepared.commit().timestamp());
        } catch (SQLException failure) {
            throw failed(failure);
        } finally {
            commitLock.unlock();
        }
    }

    private @Nullable String conflict(Transaction transaction) {
        Catalog seen = transaction.baseCatalog();
        if (seen.schemaVersion() != catalog().schemaVersion()) {
            return "_schemas";
        }
        for (Table created : PreparedCommit.createdTables(transaction)) {
            if (catalog().table(created.name()) != null) {
                return created.name();
            }
        }
        return recent.conflict(transaction.snapshotTimestamp(), transaction.reads());
    }

    private DatabaseException failed(SQLException failure) {
        try {
            writer.connection().rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        return file.describe(failure);
    }

    private long nextTimestamp() {
        Instant now = clock.instant();
        return Math.max(lastTimestamp() + 1, now.getEpochSecond() * 1_000_000_000L + now.getNano());
    }

    private Catalog catalog() {
        return recent.state().catalog();
    }

    void ended(Transaction transaction) {
        recent.ended(transaction.snapshotTimestamp());
    }

    ReaderPool readers() {
        return readers;
    }

    RandomGenerator random() {
        return random;
    }

    double nowMillis() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    Path file() {
        return file.path();
    }

    Numbering numbering() {
        return numbering;
    }

    /// Closes the files; an in-memory database is gone. Transactions must be over.
    @Override
    public void close() {
        commitLock.lock();
        try {
            if (!open) {
                return;
            }
            open = false;
            readers.close();
            writer.close();
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("The database " + file.path() + " did not close", failure));
        } finally {
            lock.close();
            deleteTemporary();
            commitLock.unlock();
        }
    }

    private void deleteTemporary() {
        if (temporary == null) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path each : files.toList()) {
                Files.deleteIfExists(each);
            }
            Files.deleteIfExists(temporary);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
