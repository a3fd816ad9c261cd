package dev.actionscope.runtime.schema;

import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.Names;
import dev.actionscope.runtime.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads validators from JSON.
final class ValidatorJson {
    private ValidatorJson() {}

    static Validator parse(JsonNode json) throws SchemaException {
        String type = json.path("type").asString("");
        return switch (type) {
            case "null" -> Validator.Simple.NULL;
            case "number" -> Validator.Simple.FLOAT64;
            case "bigint" -> Validator.Simple.INT64;
            case "commitTs" -> Validator.Simple.COMMIT_TS;
            case "boolean" -> Validator.Simple.BOOLEAN;
            case "string" -> Validator.Simple.STRING;
            case "bytes" -> Validator.Simple.BYTES;
            case "any" -> Validator.Simple.ANY;
            case "id" -> id(json);
            case "literal" -> literal(json);
            case "array" -> new Validator.ArrayOf(parse(json.path("value")));
            case "record" -> recordOf(json);
            case "object" -> object(json.path("value"));
            case "union" -> union(json.path("value"));
            default -> throw new SchemaException("Unknown validator: " + json);
        };
    }

    private static Validator id(JsonNode json) throws SchemaException {
        String table = json.path("tableName").asString("");
        try {
            Names.checkIdentifier(table);
        } catch (ValueException invalid) {
            throw new SchemaException(invalid.text());
        }
        return new Validator.Id(table);
    }

    private static Validator literal(JsonNode json) throws SchemaException {
        try {
            ConvexValue value = ConvexJson.decode(json.path("value"));
            return switch (value) {
                case ConvexValue.Float64(double number)
                when !Double.isFinite(number) ->
                    throw new SchemaException("Infinite or NaN values are not supported in literal validators.");
                case ConvexValue.Float64 f -> new Validator.Literal(value);
                case ConvexValue.Int64 i -> new Validator.Literal(value);
                case ConvexValue.Bool b -> new Validator.Literal(value);
                case ConvexValue.Text t -> new Validator.Literal(value);
                default -> throw new SchemaException("Value " + value + " is not a valid literal.");
            };
        } catch (ValueException invalid) {
            throw new SchemaException(invalid.text());
        }
    }

    private static Validator recordOf(JsonNode json) throws SchemaException {
        Validator keys = parse(json.path("keys"));
        if (!isText(keys)) {
            throw new SchemaException("Records can only have string keys. Your validator contains a record with key"
                    + " typed as `" + keys + "`, which is not a subtype of `v.string()`");
        }
        if (hasLiteral(keys)) {
            throw new SchemaException("Records cannot have string literal keys");
        }
        JsonNode values = json.path("values");
        if (values.path("optional").asBoolean(false)) {
            throw new SchemaException("Records cannot have optional values");
        }
        return new Validator.RecordOf(keys, parse(values.path("fieldType")));
    }

    private static boolean isText(Validator keys) {
        return switch (keys) {
            case Validator.Simple simple -> simple == Validator.Simple.STRING;
            case Validator.Id id -> true;
            case Validator.Literal(ConvexValue value) -> value instanceof ConvexValue.Text;
            case Validator.Union(List<Validator> members) -> members.stream().allMatch(ValidatorJson::isText);
            case Validator.ArrayOf a -> false;
            case Validator.RecordOf r -> false;
            case Validator.ObjectOf o -> false;
        };
    }

    private static boolean hasLiteral(Validator keys) {
        return switch (keys) {
            case Validator.Literal literal -> true;
            case Validator.Union(List<Validator> members) -> members.stream().anyMatch(ValidatorJson::hasLiteral);
            default -> false;
        };
    }

    private static Validator object(JsonNode fields) throws SchemaException {
        Map<String, Validator.Field> types = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            try {
                Names.checkField(field.getKey());
                Names.checkIdentifier(field.getKey());
            } catch (ValueException invalid) {
                throw new SchemaException(invalid.text());
            }
            boolean optional = field.getValue().path("optional").asBoolean(false);
            types.put(field.getKey(), new Validator.Field(parse(field.getValue().path("fieldType")), optional));
        }
        return new Validator.ObjectOf(types);
    }

    private static Validator union(JsonNode members) throws SchemaException {
        List<Validator> types = new ArrayList<>();
        for (JsonNode member : members) {
            types.add(parse(member));
        }
        return new Validator.Union(types);
    }
}
