package dev.actionscope.runtime.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What `schema.ts` says: tables, their indexes and the types of their documents.
///
/// @param tables by name, sorted
/// @param validated whether documents are held to their table's type (`schemaValidation`)
public record DatabaseSchema(Map<String, TableSchema> tables, boolean validated) {
    /// A project without a schema: any document in any table.
    public static final DatabaseSchema NONE = new DatabaseSchema(Map.of(), false);

    public DatabaseSchema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /// One table.
    ///
    /// @param documentType the type without `_id` and `_creationTime`; null for any document
    public record TableSchema(
            String name,
            List<Index> indexes,
            List<SearchIndex> searchIndexes,
            List<VectorIndex> vectorIndexes,
            @Nullable Validator documentType) {
        public TableSchema {
            indexes = List.copyOf(indexes);
            searchIndexes = List.copyOf(searchIndexes);
            vectorIndexes = List.copyOf(vectorIndexes);
        }
    }

    /// A database index.
    ///
    /// @param fields paths like `a.b`, without the `_creationTime` that ends every index
    /// @param staged defined, but not yet for queries
    public record Index(String name, List<String> fields, boolean staged) {
        public Index {
            fields = List.copyOf(fields);
        }
    }

    /// A full-text index.
    public record SearchIndex(String name, String searchField, List<String> filterFields) {
        public SearchIndex {
            filterFields = List.copyOf(filterFields);
        }
    }

    /// A vector index.
    public record VectorIndex(String name, String vectorField, int dimensions, List<String> filterFields) {
        public VectorIndex {
            filterFields = List.copyOf(filterFields);
        }
    }

    /// Reads the JSON that a schema's `export()` gives.
    ///
    /// @throws SchemaException with Convex's text when it cannot be a schema
    public static DatabaseSchema parse(JsonNode json) throws SchemaException {
        return SchemaJson.parse(json);
    }

    /// The type documents of a table are held to, or null when anything goes.
    public @Nullable Validator enforced(String table) {
        TableSchema schema = tables.get(table);
        return validated && schema != null ? schema.documentType() : null;
    }
}
