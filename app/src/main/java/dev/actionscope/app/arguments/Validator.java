package dev.actionscope.app.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What Convex accepts for an argument, read from the JSON that `exportArgs()` gives.
public sealed interface Validator {
    /// Anything at all; also what an unknown kind of validator is taken for.
    record Any() implements Validator {}

    /// `v.null()`.
    record Null() implements Validator {}

    /// `v.string()`.
    record Text() implements Validator {}

    /// `v.number()`.
    record Numeric() implements Validator {}

    /// `v.int64()`.
    record BigInt() implements Validator {}

    /// `v.boolean()`.
    record Bool() implements Validator {}

    /// `v.bytes()`.
    record Bytes() implements Validator {}

    /// `v.id(table)`.
    record Id(String table) implements Validator {}

    /// `v.literal(value)`; the value as Convex JSON.
    record Literal(JsonNode value) implements Validator {}

    /// `v.array(element)`.
    record Array(Validator element) implements Validator {}

    /// `v.record(keys, values)`.
    record Dictionary(Validator keys, Validator values) implements Validator {}

    /// `v.union(…members)`.
    record Union(List<Validator> members) implements Validator {
        public Union {
            members = List.copyOf(members);
        }
    }

    /// `v.object(fields)`; fields in the order of the source.
    record Fields(Map<String, Field> fields) implements Validator {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /// One field of an object.
    record Field(Validator validator, boolean isOptional) {}

    /// Reads a validator's JSON.
    static Validator from(JsonNode json) {
        return switch (json.path("type").asString("any")) {
            case "null" -> new Null();
            case "string" -> new Text();
            case "number" -> new Numeric();
            case "bigint" -> new BigInt();
            case "boolean" -> new Bool();
            case "bytes" -> new Bytes();
            case "id" -> new Id(json.path("tableName").asString(""));
            case "literal" -> new Literal(json.path("value"));
            case "array" -> new Array(from(json.path("value")));
            case "record" ->
                new Dictionary(from(json.path("keys")), from(json.path("values").path("fieldType")));
            case "union" -> union(json.path("value"));
            case "object" -> fields(json.path("value"));
            default -> new Any();
        };
    }

    /// A short name for people: `string`, `Id<"orders">`, `"card" | "cash"`, `number[]`.
    default String label() {
        return switch (this) {
            case Any() -> "any";
            case Null() -> "null";
            case Text() -> "string";
            case Numeric() -> "number";
            case BigInt() -> "bigint";
            case Bool() -> "boolean";
            case Bytes() -> "bytes";
            case Id(String table) -> "Id<\"" + table + "\">";
            case Literal(JsonNode value) -> ConvexJson.describe(value);
            case Array(Validator element) ->
                element instanceof Union ? "(" + element.label() + ")[]" : element.label() + "[]";
            case Dictionary(Validator keys, Validator values) -> "Record<" + keys.label() + ", " + values.label() + ">";
            case Union(List<Validator> members) ->
                members.stream().map(Validator::label).collect(Collectors.joining(" | "));
            case Fields ignored -> "object";
        };
    }

    private static Validator union(JsonNode members) {
        List<Validator> read = new ArrayList<>();
        for (JsonNode member : members) {
            read.add(from(member));
        }
        return read.size() == 1 ? read.getFirst() : new Union(read);
    }

    private static Validator fields(JsonNode object) {
        Map<String, Field> read = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            read.put(
                    field.getKey(),
                    new Field(
                            from(value.path("fieldType")),
                            value.path("optional").asBoolean(false)));
        }
        return new Fields(read);
    }
}
