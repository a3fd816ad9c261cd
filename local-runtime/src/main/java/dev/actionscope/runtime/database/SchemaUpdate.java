package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.SchemaChange.Violation;
import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.DatabaseSchema.TableSchema;
import dev.actionscope.runtime.schema.Validator;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.FieldPath;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a database a schema: checks what is there against it, then makes its tables and indexes and drops the indexes
/// it no longer has. Runs under the commit lock.
final class SchemaUpdate {
    private static final int MOST_VIOLATIONS = 100;
    private static final int PAGE = 512;

    private final Database database;
    private final Catalog before;
    private final DatabaseSchema schema;
    private final List<Table> tables;
    private final List<Index> indexes = new ArrayList<>();
    private final List<Table> newTables = new ArrayList<>();
    private final List<Index> newIndexes = new ArrayList<>();
    private final List<Index> restaged = new ArrayList<>();
    private final List<Index> dropped = new ArrayList<>();

    SchemaUpdate(Database database, Catalog before, DatabaseSchema schema) {
        this.database = database;
        this.before = before;
        this.schema = schema;
        this.tables = new ArrayList<>(before.tables());
    }

    /// Documents that do not have the type their table is about to have.
    List<Violation> violations(long snapshot) {
        List<Violation> violations = new ArrayList<>();
        for (Table table : before.tables()) {
            Validator type = schema.enforced(table.name());
            Index byId = before.index(table, Index.BY_ID);
            if (type != null && byId != null && !type.equals(before.schema().enforced(table.name()))) {
                check(table, byId, type, snapshot, violations);
            }
        }
        return violations;
    }

    private void check(Table table, Index byId, Validator type, long snapshot, List<Violation> violations) {
        Interval unread = Interval.ALL;
        while (violations.size() < MOST_VIOLATIONS) {
            Interval part = unread;
            List<SnapshotReader.Row> page =
                    database.readers().ask(reader -> reader.scan(byId, part, false, snapshot, PAGE));
            for (SnapshotReader.Row row : page) {
                DocumentRules.mismatch(row.document(), type, before)
                        .ifPresent(mismatch -> violations.add(
                                new Violation(table.name(), row.document().id(), mismatch)));
            }
            if (page.size() < PAGE) {
                return;
            }
            unread = unread.after(page.getLast().key(), false);
        }
    }

    /// Decides which tables and indexes there will be.
    Catalog plan() {
        for (TableSchema table : schema.tables().values()) {
            if (before.table(table.name()) == null) {
                Table created = database.numbering().table(table.name());
                tables.add(created);
                newTables.add(created);
                indexes.addAll(database.numbering().builtInIndexes(created));
                newIndexes.addAll(indexes.subList(indexes.size() - 2, indexes.size()));
            }
        }
        for (Table table : tables) {
            TableSchema wanted = schema.tables().get(table.name());
            planIndexes(table, wanted == null ? List.of() : wanted.indexes());
        }
        return before.withSchema(schema, tables, indexes);
    }

    /// Decides on one more index, of a table of the product's own.
    Catalog planSystemIndex(String tableName, String name, List<FieldPath> fields) {
        Table table = before.table(tableName);
        indexes.addAll(before.allIndexes());
        if (table == null) {
            table = database.numbering().table(tableName);
            tables.add(table);
            newTables.add(table);
            newIndexes.addAll(database.numbering().builtInIndexes(table));
        }
        List<FieldPath> all = new ArrayList<>(fields);
        all.add(FieldPath.CREATION_TIME);
        newIndexes.add(new Index(database.numbering().index(), table.number(), name, all, false));
        indexes.addAll(newIndexes);
        return before.withSchema(schema, tables, indexes);
    }

    private void planIndexes(Table table, List<DatabaseSchema.Index> wanted) {
        List<Index> old = new ArrayList<>(before.indexes(table.number()));
        for (DatabaseSchema.Index definition : wanted) {
            Index same = find(old, definition);
            if (same == null) {
                Index created = new Index(
                        database.numbering().index(),
                        table.number(),
                        definition.name(),
                        fields(definition),
                        definition.staged());
                newIndexes.add(created);
                indexes.add(created);
            } else if (same.staged() == definition.staged()) {
                indexes.add(same);
            } else {
                Index changed = new Index(same.id(), same.table(), same.name(), same.fields(), definition.staged());
                restaged.add(changed);
                indexes.add(changed);
            }
            old.remove(same);
        }
        for (Index index : old) {
            boolean builtIn = index.name().equals(Index.BY_ID) || index.name().equals(Index.BY_CREATION_TIME);
            (builtIn || table.isSystem() ? indexes : dropped).add(index);
        }
    }

    private static @Nullable Index find(List<Index> old, DatabaseSchema.Index definition) {
        for (Index index : old) {
            if (index.name().equals(definition.name()) && index.fields().equals(fields(definition))) {
                return index;
            }
        }
        return null;
    }

    private static List<FieldPath> fields(DatabaseSchema.Index definition) {
        List<FieldPath> fields = new ArrayList<>();
        for (String path : definition.fields()) {
            fields.add(new FieldPath(List.of(path.split("\\.", -1))));
        }
        fields.add(FieldPath.CREATION_TIME);
        return fields;
    }

    /// Writes the plan, in the writer's transaction.
    SchemaChange.Applied write(CommitWriter writer) throws SQLException {
        for (Table table : newTables) {
            writer.writeTable(table);
        }
        for (Index index : newIndexes) {
            writer.writeIndex(index);
            build(writer, index);
        }
        for (Index index : restaged) {
            writer.writeIndex(index);
        }
        for (Index index : dropped) {
            writer.dropIndex(index);
        }
        List<Index> built = newIndexes.stream()
                .filter(index -> newTables.stream().noneMatch(table -> table.number() == index.table()))
                .toList();
        return new SchemaChange.Applied(names(built), names(dropped));
    }

    private List<String> names(List<Index> of) {
        List<String> names = new ArrayList<>();
        for (Index index : of) {
            for (Table table : tables) {
                if (table.number() == index.table()) {
                    names.add(table.name() + "." + index.name());
                }
            }
        }
        return names;
    }

    /// Makes the entries of every version of every document, so that the past can be read by the index too.
    private static void build(CommitWriter writer, Index index) throws SQLException {
        try (PreparedStatement versions = writer.connection()
                .prepareStatement("SELECT id, ts, body FROM documents WHERE table_number = ? ORDER BY id, ts")) {
            versions.setInt(1, index.table());
            try (ResultSet rows = versions.executeQuery()) {
                DocumentId current = null;
                byte[] key = null;
                while (rows.next()) {
                    DocumentId id = DocumentId.of(index.table(), rows.getBytes(1));
                    key = id.equals(current) ? key : null;
                    current = id;
                    String body = rows.getString(3);
                    byte[] next = body == null ? null : index.key(Document.read(id, body));
                    if (key != null && !Arrays.equals(key, next)) {
                        writer.writeEntry(index, key, rows.getLong(2), null);
                    }
                    if (next != null && !Arrays.equals(key, next)) {
                        writer.writeEntry(index, next, rows.getLong(2), id);
                    }
                    key = next;
                }
            }
        }
    }
}
