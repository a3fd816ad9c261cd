package dev.actionscope.runtime.value;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.CommitTimestamp;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Null;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.ConvexValue.Undefined;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON, as they cross the boundary of a function: plain where JSON has the type, else an object with one
/// field that starts with `$`.
public final class ConvexJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConvexJson() {}

    /// A value, with no placeholder anywhere in it.
    ///
    /// @throws ValueException for what is no Convex value
    public static ConvexValue decode(JsonNode json) throws ValueException {
        return decode(json, 0, false);
    }

    /// A value about to be written, where `{"$commitTs": null}` stands for the timestamp of its commit.
    ///
    /// @throws ValueException for what is no Convex value
    public static ConvexValue decodeUncommitted(JsonNode json) throws ValueException {
        return decode(json, 0, true);
    }

    /// A value, or `undefined` for `{"$undefined": null}`, as it stands in filters and index ranges.
    ///
    /// @throws ValueException for what is no Convex value
    public static ConvexValue decodeMaybe(JsonNode json) throws ValueException {
        return isUndefined(json) ? ConvexValue.Undefined.VALUE : decode(json);
    }

    /// Whether this is `{"$undefined": null}`.
    public static boolean isUndefined(JsonNode json) {
        return json.isObject() && json.size() == 1 && json.path("$undefined").isNull();
    }

    private static ConvexValue decode(JsonNode json, int depth, boolean uncommitted) throws ValueException {
        return switch (json.getNodeType()) {
            case NULL -> ConvexValue.Null.VALUE;
            case BOOLEAN -> new Bool(json.booleanValue());
            case NUMBER -> new Float64(json.doubleValue());
            case STRING -> text(json.stringValue());
            case ARRAY -> array(json, depth, uncommitted);
            case OBJECT -> object(json, depth, uncommitted);
            case BINARY, MISSING, POJO -> throw new ValueException("Unsupported JSON: " + json.getNodeType());
        };
    }

    private static Text text(String text) throws ValueException {
        if (Utf8.isBroken(text)) {
            throw new ValueException("String contains half of a surrogate pair, which has no UTF-8 form");
        }
        ValueLimits.checkSize(2L + text.length(), ValueLimits.MAX_VALUE_SIZE);
        return new Text(text);
    }

    private static ConvexValue array(JsonNode json, int depth, boolean uncommitted) throws ValueException {
        ValueLimits.checkArrayLength(json.size());
        ValueLimits.checkNesting(depth + 1);
        List<ConvexValue> items = new ArrayList<>(json.size());
        for (JsonNode item : json) {
            items.add(decode(item, depth + 1, uncommitted));
        }
        return new Array(items);
    }

    private static ConvexValue object(JsonNode json, int depth, boolean uncommitted) throws ValueException {
        if (json.size() == 1) {
            Map.Entry<String, JsonNode> only = json.properties().iterator().next();
            if (only.getKey().startsWith("$")) {
                return special(only.getKey(), only.getValue(), uncommitted);
            }
        }
        ValueLimits.checkFieldCount(json.size());
        ValueLimits.checkNesting(depth + 1);
        Map<String, ConvexValue> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            Names.checkField(field.getKey());
            fields.put(field.getKey(), decode(field.getValue(), depth + 1, uncommitted));
        }
        return new Obj(fields);
    }

    private static ConvexValue special(String key, JsonNode content, boolean uncommitted) throws ValueException {
        return switch (key) {
            case "$integer" -> new Int64(eightBytes(content, "Int64").getLong());
            case "$float" -> special(eightBytes(content, "Float64").getDouble());
            case "$bytes" -> new Bytes(base64(content));
            case "$commitTs" -> commitTimestamp(content, uncommitted);
            default -> throw reserved(key);
        };
    }

    private static CommitTimestamp commitTimestamp(JsonNode content, boolean uncommitted) throws ValueException {
        if (!uncommitted) {
            throw reserved("$commitTs");
        }
        if (!content.isNull()) {
            throw new ValueException("$commitTs value must be null");
        }
        return new CommitTimestamp();
    }

    private static ValueException reserved(String key) {
        return new ValueException("Field name " + key + " starts with '$', which is reserved.");
    }

    private static Float64 special(double number) throws ValueException {
        if (Double.isFinite(number) && number != 0) {
            throw new ValueException("Float64 " + number + " should be encoded as a number");
        }
        return new Float64(number);
    }

    private static ByteBuffer eightBytes(JsonNode content, String type) throws ValueException {
        byte[] bytes = base64(content);
        if (bytes.length != Long.BYTES) {
            throw new ValueException(type + " must be exactly eight bytes");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] base64(JsonNode content) throws ValueException {
        if (!content.isString()) {
            throw new ValueException("invalid type: expected a string");
        }
        try {
            return Base64.getDecoder().decode(content.stringValue());
        } catch (IllegalArgumentException notBase64) {
            throw new ValueException("Invalid base64: " + notBase64.getMessage());
        }
    }

    /// The JSON of a value; `undefined` and the commit's timestamp as their placeholders.
    public static JsonNode encode(ConvexValue value) {
        return switch (value) {
            case Undefined u -> single("$undefined", NODES.nullNode());
            case CommitTimestamp c -> single("$commitTs", NODES.nullNode());
            case Null n -> NODES.nullNode();
            case Bool(boolean bool) -> NODES.booleanNode(bool);
            case Int64(long integer) -> single("$integer", little(integer));
            case Float64(double number) ->
                Double.isFinite(number) && !isNegativeZero(number)
                        ? NODES.numberNode(number)
                        : single("$float", little(Double.doubleToRawLongBits(number)));
            case Text(String text) -> NODES.stringNode(text);
            case Bytes(byte[] bytes) ->
                single("$bytes", NODES.stringNode(Base64.getEncoder().encodeToString(bytes)));
            case Array(List<ConvexValue> items) -> {
                ArrayNode array = NODES.arrayNode(items.size());
                items.forEach(item -> array.add(encode(item)));
                yield array;
            }
            case Obj(Map<String, ConvexValue> fields) -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, encode(field)));
                yield object;
            }
        };
    }

    private static boolean isNegativeZero(double number) {
        return number == 0 && 1 / number < 0;
    }

    private static JsonNode little(long bits) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bits)
                .array();
        return NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
    }

    private static ObjectNode single(String key, JsonNode content) {
        ObjectNode object = NODES.objectNode();
        object.set(key, content);
        return object;
    }
}
