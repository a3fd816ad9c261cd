package dev.actionscope.runtime.database;

import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.TableNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables, their indexes and the schema at one moment. Immutable.
final class Catalog implements TableNames {
    private final Map<String, Table> byName = new HashMap<>();
    private final Map<Integer, Table> byNumber = new HashMap<>();
    private final Map<Integer, List<Index>> indexes = new HashMap<>();
    private final DatabaseSchema schema;
    private final long schemaVersion;

    Catalog(Collection<Table> tables, Collection<Index> indexes, DatabaseSchema schema, long schemaVersion) {
        for (Table table : tables) {
            byName.put(table.name(), table);
            byNumber.put(table.number(), table);
            this.indexes.put(table.number(), new ArrayList<>());
        }
        for (Index index : indexes) {
            this.indexes.computeIfAbsent(index.table(), t -> new ArrayList<>()).add(index);
        }
        this.schema = schema;
        this.schemaVersion = schemaVersion;
    }

    @Nullable
    Table table(String name) {
        return byName.get(name);
    }

    @Nullable
    Table table(int number) {
        return byNumber.get(number);
    }

    /// The tables in order of their numbers.
    List<Table> tables() {
        return byNumber.values().stream()
                .sorted(Comparator.comparingInt(Table::number))
                .toList();
    }

    List<Index> indexes(int table) {
        return indexes.getOrDefault(table, List.of());
    }

    List<Index> allIndexes() {
        return indexes.values().stream().flatMap(List::stream).toList();
    }

    @Nullable
    Index index(Table table, String name) {
        for (Index index : indexes(table.number())) {
            if (index.name().equals(name)) {
                return index;
            }
        }
        return null;
    }

    DatabaseSchema.@Nullable SearchIndex searchIndex(Table table, String name) {
        DatabaseSchema.TableSchema definition = schema.tables().get(table.name());
        if (definition != null) {
            for (DatabaseSchema.SearchIndex index : definition.searchIndexes()) {
                if (index.name().equals(name)) {
                    return index;
                }
            }
        }
        return null;
    }

    DatabaseSchema schema() {
        return schema;
    }

    /// Grows with every change of the schema; new tables alone do not count.
    long schemaVersion() {
        return schemaVersion;
    }

    @Override
    public @Nullable String nameOf(int tableNumber) {
        Table table = byNumber.get(tableNumber);
        return table != null && table.isVisible() ? table.name() : null;
    }

    Catalog with(Table table, List<Index> itsIndexes) {
        List<Table> tables = new ArrayList<>(byNumber.values());
        tables.add(table);
        List<Index> all = new ArrayList<>(allIndexes());
        all.addAll(itsIndexes);
        return new Catalog(tables, all, schema, schemaVersion);
    }

    Catalog withSchema(DatabaseSchema next, Collection<Table> tables, Collection<Index> all) {
        return new Catalog(tables, all, next, schemaVersion + 1);
    }
}
