package dev.actionscope.runtime.schema;

import dev.actionscope.runtime.value.ConvexValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The type of a value, as `v.…` made it: of arguments, results and documents. Written out by `toString` as Convex's
/// messages write it: `v.object({x: v.string()})`.
public sealed interface Validator {

    /// A type with nothing to say but its name: `v.string()`.
    enum Simple implements Validator {
        NULL("v.null()"),
        FLOAT64("v.float64()"),
        INT64("v.int64()"),
        COMMIT_TS("v.commitTs()"),
        BOOLEAN("v.boolean()"),
        STRING("v.string()"),
        BYTES("v.bytes()"),
        ANY("v.any()");

        private final String text;

        Simple(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// `v.id("table")`.
    record Id(String table) implements Validator {
        @Override
        public String toString() {
            return "v.id(\"" + table + "\")";
        }
    }

    /// `v.literal(…)`.
    record Literal(ConvexValue value) implements Validator {
        @Override
        public String toString() {
            return "v.literal(" + content() + ")";
        }

        String content() {
            return switch (value) {
                case ConvexValue.Int64 i -> "<bigint>";
                case ConvexValue.Float64(double d) when !Double.isFinite(d) -> "<number>";
                default -> value.toString();
            };
        }
    }

    /// `v.array(…)`.
    record ArrayOf(Validator element) implements Validator {
        @Override
        public String toString() {
            return "v.array(" + element + ")";
        }
    }

    /// `v.record(…, …)`.
    record RecordOf(Validator keys, Validator values) implements Validator {
        @Override
        public String toString() {
            return "v.record(" + keys + ", " + values + ")";
        }
    }

    /// `v.object({…})`.
    ///
    /// @param fields sorted by name
    record ObjectOf(Map<String, Field> fields) implements Validator {
        public ObjectOf {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "v.object({", "})"));
        }
    }

    /// `v.union(…)`.
    record Union(List<Validator> members) implements Validator {
        public Union {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return members.stream().map(Validator::toString).collect(Collectors.joining(", ", "v.union(", ")"));
        }
    }

    /// A field of an object's type.
    record Field(Validator type, boolean optional) {
        @Override
        public String toString() {
            return optional ? "v.optional(" + type + ")" : type.toString();
        }
    }

    /// Reads the JSON that `exportArgs()`, `exportReturns()` and a schema's `export()` give.
    ///
    /// @throws SchemaException when it describes no validator
    static Validator parse(JsonNode json) throws SchemaException {
        return ValidatorJson.parse(json);
    }

    /// What is wrong with a value, in Convex's words; empty when it has this type.
    default Optional<String> check(ConvexValue value, TableNames tables) {
        return Optional.ofNullable(new ValueCheck(tables).check(this, value)).map(Mismatch::text);
    }

    /// What calling a function with these arguments throws; empty when they have this type.
    ///
    /// @param arguments the one object a function takes
    default Optional<String> checkArguments(ConvexValue arguments, TableNames tables) {
        return check(arguments, tables).map(text -> "ArgumentValidationError: " + text);
    }

    /// What a function that returns this value throws; empty when it has this type.
    default Optional<String> checkReturned(ConvexValue returned, TableNames tables) {
        return check(returned, tables).map(text -> "ReturnsValidationError: " + text);
    }
}
