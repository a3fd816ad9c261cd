package dev.actionscope.runtime.value;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON for other programs: `clean`, the plain form of the HTTP API (`format=json`), which loses types; and
/// `lossless`, the form of `npx convex export`, where an integer is a number without a point and a float one with.
public final class ExportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExportJson() {}

    /// The plain form: integers as decimal text, bytes as base64, what JSON has no number for by its name.
    public static JsonNode clean(ConvexValue value) {
        return switch (value) {
            case Int64(long integer) -> NODES.stringNode(Long.toString(integer));
            case Float64(double number) ->
                Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode(Double.toString(number));
            case Bytes(byte[] bytes) -> NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
            case Array(List<ConvexValue> items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(clean(item)));
                yield array;
            }
            case Obj(Map<String, ConvexValue> fields) -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, clean(field)));
                yield object;
            }
            default -> ConvexJson.encode(value);
        };
    }

    /// The form that is read back by [#read].
    public static JsonNode lossless(ConvexValue value) {
        return switch (value) {
            case Int64(long integer) -> NODES.numberNode(integer);
            case Float64(double number) when Double.isFinite(number) -> NODES.numberNode(number);
            case Array(List<ConvexValue> items) -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(lossless(item)));
                yield array;
            }
            case Obj(Map<String, ConvexValue> fields) -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, lossless(field)));
                yield object;
            }
            default -> ConvexJson.encode(value);
        };
    }

    /// Reads the lossless form.
    ///
    /// @throws ValueException for what is no Convex value
    public static ConvexValue read(JsonNode json) throws ValueException {
        return switch (json.getNodeType()) {
            case NUMBER ->
                json.isIntegralNumber() && json.canConvertToLong()
                        ? new Int64(json.longValue())
                        : new Float64(json.doubleValue());
            case ARRAY -> {
                ValueLimits.checkArrayLength(json.size());
                List<ConvexValue> items = new ArrayList<>(json.size());
                for (JsonNode item : json) {
                    items.add(read(item));
                }
                yield new Array(items);
            }
            case OBJECT -> object(json);
            default -> ConvexJson.decode(json);
        };
    }

    private static ConvexValue object(JsonNode json) throws ValueException {
        boolean special =
                json.size() == 1 && json.properties().iterator().next().getKey().startsWith("$");
        if (special) {
            return ConvexJson.decode(json);
        }
        ValueLimits.checkFieldCount(json.size());
        Map<String, ConvexValue> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            Names.checkField(field.getKey());
            fields.put(field.getKey(), read(field.getValue()));
        }
        return new Obj(fields);
    }
}
