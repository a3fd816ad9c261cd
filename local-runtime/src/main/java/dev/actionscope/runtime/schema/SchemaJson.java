package dev.actionscope.runtime.schema;

import dev.actionscope.runtime.schema.DatabaseSchema.Index;
import dev.actionscope.runtime.schema.DatabaseSchema.SearchIndex;
import dev.actionscope.runtime.schema.DatabaseSchema.TableSchema;
import dev.actionscope.runtime.schema.DatabaseSchema.VectorIndex;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.Names;
import dev.actionscope.runtime.value.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads schemas from JSON, holding them to Convex's rules for names, fields and numbers of indexes.
final class SchemaJson {
    private static final int MOST_INDEXES = 64;
    private static final int MOST_FIELDS = 16;
    private static final int MOST_TABLES = 10_000;

    private SchemaJson() {}

    static DatabaseSchema parse(JsonNode json) throws SchemaException {
        Map<String, TableSchema> tables = new TreeMap<>();
        for (JsonNode table : json.path("tables")) {
            TableSchema schema = table(table);
            tables.put(schema.name(), schema);
        }
        if (tables.size() > MOST_TABLES) {
            throw new SchemaException("Number of tables cannot exceed " + MOST_TABLES + ".");
        }
        return new DatabaseSchema(tables, json.path("schemaValidation").asBoolean(true));
    }

    private static TableSchema table(JsonNode json) throws SchemaException {
        String name = json.path("tableName").asString("");
        checkTableName(name);
        List<Index> indexes = new ArrayList<>();
        for (JsonNode index : json.path("indexes")) {
            indexes.add(index(name, index, false));
        }
        for (JsonNode index : json.path("stagedDbIndexes")) {
            indexes.add(index(name, index, true));
        }
        List<SearchIndex> search = new ArrayList<>();
        for (JsonNode index : json.path("searchIndexes")) {
            search.add(new SearchIndex(
                    indexName(name, index), field(index, "searchField"), fields(index, "filterFields")));
        }
        List<VectorIndex> vector = new ArrayList<>();
        for (JsonNode index : json.path("vectorIndexes")) {
            vector.add(new VectorIndex(
                    indexName(name, index),
                    field(index, "vectorField"),
                    index.path("dimensions").asInt(0),
                    fields(index, "filterFields")));
        }
        checkUnique(name, indexes, search, vector);
        return new TableSchema(name, indexes, search, vector, documentType(json.path("documentType")));
    }

    private static void checkTableName(String name) throws SchemaException {
        try {
            Names.checkIdentifier(name);
        } catch (ValueException invalid) {
            throw new SchemaException("Invalid table name: \"" + name + "\". Identifiers must start with a letter and"
                    + " can only contain letters, digits, and underscores.");
        }
        if (name.startsWith("_")) {
            throw new SchemaException(name + " is a reserved table name.");
        }
    }

    private static String indexName(String table, JsonNode index) throws SchemaException {
        String name = index.path("indexDescriptor").asString("");
        try {
            Names.checkIdentifier(name);
        } catch (ValueException invalid) {
            throw new SchemaException("Invalid index name: \"" + name + "\". Identifiers must be 64 characters or"
                    + " less, start with a letter, and only contain letters, digits, underscores.");
        }
        if (name.startsWith("_") || name.equals("by_id") || name.equals("by_creation_time")) {
            throw new SchemaException("In table \"" + table + "\" cannot name an index \"" + name
                    + "\" because the name is reserved. Indexes may not start with an underscore or be named"
                    + " \"by_id\" or \"by_creation_time\".");
        }
        return name;
    }

    private static Index index(String table, JsonNode json, boolean staged) throws SchemaException {
        String name = indexName(table, json);
        List<String> fields = fields(json, "fields");
        if (fields.isEmpty()) {
            throw new SchemaException("In table \"" + table + "\" " + (staged ? "staged " : "") + "index \"" + name
                    + "\" must have at least one field.");
        }
        if (fields.size() > MOST_FIELDS) {
            throw new SchemaException("Indexes may have up to " + MOST_FIELDS + " fields.");
        }
        Set<String> seen = new HashSet<>();
        for (String field : fields) {
            checkIndexField(field);
            if (!seen.add(field)) {
                throw new SchemaException(
                        "Duplicate field \"" + field + "\". Index fields must be unique within an index.");
            }
        }
        return new Index(name, fields, staged);
    }

    private static void checkIndexField(String field) throws SchemaException {
        if (field.equals("_id")) {
            throw new SchemaException("`_id` is not a valid index field. To load documents by ID, use `db.get(id)`.");
        }
        if (field.equals("_creationTime")) {
            throw new SchemaException("`_creationTime` is automatically added to the end of each index. It should not"
                    + " be added explicitly in the index definition. See https://docs.convex.dev/using/indexes for"
                    + " more details.");
        }
        if (field.startsWith("_")) {
            throw new SchemaException("Reserved fields (starting with `_`) are not allowed in indexes.");
        }
    }

    private static String field(JsonNode index, String key) throws SchemaException {
        String field = index.path(key).asString("");
        try {
            FieldPath.parse(field);
        } catch (ValueException invalid) {
            throw new SchemaException("In index \""
                    + index.path("indexDescriptor").asString("") + "\": Invalid index field: \"" + field + "\"");
        }
        return field;
    }

    private static List<String> fields(JsonNode index, String key) throws SchemaException {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : index.path(key)) {
            String path = field.asString("");
            try {
                FieldPath.parse(path);
            } catch (ValueException invalid) {
                throw new SchemaException("In index \""
                        + index.path("indexDescriptor").asString("") + "\": Invalid index field: \"" + path + "\"");
            }
            fields.add(path);
        }
        return fields;
    }

    private static void checkUnique(
            String table, List<Index> indexes, List<SearchIndex> search, List<VectorIndex> vector)
            throws SchemaException {
        List<String> names = new ArrayList<>();
        indexes.forEach(index -> names.add(index.name()));
        search.forEach(index -> names.add(index.name()));
        vector.forEach(index -> names.add(index.name()));
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new SchemaException(
                        "Table \"" + table + "\" has two or more definitions of index \"" + name + "\".");
            }
        }
        if (names.size() > MOST_INDEXES) {
            throw new SchemaException("Table \"" + table + "\" cannot have more than " + MOST_INDEXES + " indexes.");
        }
        Map<List<String>, String> byFields = new HashMap<>();
        for (Index index : indexes) {
            String other = byFields.put(index.fields(), index.name());
            if (other != null) {
                throw new SchemaException("In table \"" + table + "\" index \"" + other + "\" and index \""
                        + index.name()
                        + "\" have the same fields. Indexes must be unique within a table.");
            }
        }
    }

    private static @Nullable Validator documentType(JsonNode json) throws SchemaException {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        Validator type = withoutSystemFields(Validator.parse(json));
        boolean fits = switch (type) {
            case Validator.ObjectOf object -> true;
            case Validator.Simple simple -> simple == Validator.Simple.ANY;
            case Validator.Union(List<Validator> members) ->
                members.stream().allMatch(Validator.ObjectOf.class::isInstance);
            default -> false;
        };
        if (!fits) {
            throw new SchemaException("The document validator in a schema must be an object, a union of objects, or"
                    + " `v.any()`. Found " + type
                    + ". To learn more, see the schema documentation at https://docs.convex.dev/database/schemas.");
        }
        return type;
    }

    private static Validator withoutSystemFields(Validator type) {
        return switch (type) {
            case Validator.ObjectOf(Map<String, Validator.Field> fields) -> {
                Map<String, Validator.Field> own = new TreeMap<>(fields);
                own.keySet().removeIf(name -> name.startsWith("_"));
                yield new Validator.ObjectOf(own);
            }
            case Validator.Union(List<Validator> members) ->
                new Validator.Union(
                        members.stream().map(SchemaJson::withoutSystemFields).toList());
            default -> type;
        };
    }
}
