package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.PendingWrites.Write;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The writes of a transaction, made ready for the moment of its commit.
final class PreparedCommit {
    private final Catalog catalog;
    private final List<Table> createdTables;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Long> growth = new HashMap<>();
    private final Commit commit;

    private record Row(Write write, @Nullable Document now, List<Keys> keys) {}

    private record Keys(Index index, byte @Nullable [] before, byte @Nullable [] after) {}

    PreparedCommit(Transaction transaction, Catalog current, long timestamp) {
        createdTables = createdTables(transaction);
        Catalog next = current;
        List<Commit.Change> changes = new ArrayList<>();
        for (Table table : createdTables) {
            next = next.with(table, transaction.catalog().indexes(table.number()));
            byte[] name = table.name().getBytes(StandardCharsets.UTF_8);
            changes.add(new Commit.Change(Transaction.MISSING_TABLES, name, table.name()));
        }
        catalog = next;
        for (Write write : transaction.writes()) {
            if (write.base() != null || write.now() != null) {
                add(write, timestamp, changes);
            }
        }
        commit = new Commit(timestamp, changes);
    }

    static List<Table> createdTables(Transaction transaction) {
        return transaction.catalog().tables().stream()
                .filter(table -> transaction.baseCatalog().table(table.name()) == null)
                .toList();
    }

    private void add(Write write, long timestamp, List<Commit.Change> changes) {
        Document base = write.base();
        Document now = write.now() == null ? null : DocumentRules.committed(write.now(), timestamp);
        int number = write.id().table();
        Table table = catalog.table(number);
        String name = table == null ? "" : table.name();
        List<Keys> keys = new ArrayList<>();
        for (Index index : catalog.indexes(number)) {
            byte[] before = base == null ? null : index.key(base);
            byte[] after = now == null ? null : index.key(now);
            if (before != null) {
                changes.add(new Commit.Change(index.id(), before, name));
            }
            if (after != null && !Arrays.equals(before, after)) {
                changes.add(new Commit.Change(index.id(), after, name));
            }
            if (!Arrays.equals(before, after)) {
                keys.add(new Keys(index, before, after));
            }
        }
        rows.add(new Row(write, now, keys));
        long change = (now == null ? 0L : 1L) - (base == null ? 0L : 1L);
        if (change != 0) {
            growth.merge(number, change, Long::sum);
        }
    }

    void write(CommitWriter writer) throws SQLException {
        long timestamp = commit.timestamp();
        writer.writeCommit(timestamp);
        for (Table table : createdTables) {
            writer.writeTable(table);
            for (Index index : catalog.indexes(table.number())) {
                writer.writeIndex(index);
            }
        }
        for (Row row : rows) {
            writer.writeDocument(row.write().id(), timestamp, row.now());
            for (Keys keys : row.keys()) {
                if (keys.before() != null) {
                    writer.writeEntry(keys.index(), keys.before(), timestamp, null);
                }
                if (keys.after() != null) {
                    writer.writeEntry(
                            keys.index(), keys.after(), timestamp, row.write().id());
                }
            }
        }
        for (Map.Entry<Integer, Long> change : growth.entrySet()) {
            writer.writeCount(change.getKey(), timestamp, change.getValue());
        }
    }

    Commit commit() {
        return commit;
    }

    /// The catalog once this is committed.
    Catalog catalog() {
        return catalog;
    }
}
