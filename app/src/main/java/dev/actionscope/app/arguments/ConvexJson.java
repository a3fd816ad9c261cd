package dev.actionscope.app.arguments;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The few Convex values that plain JSON cannot hold, in the encoding that Convex uses on the wire.
final class ConvexJson {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private ConvexJson() {}

    /// An int64: eight bytes, little-endian, in base64.
    static ObjectNode int64(long value) {
        return tagged("$integer", eightBytes(value));
    }

    /// The number that JSON has no word for: NaN, ±Infinity, −0.
    static JsonNode float64(double value) {
        boolean isPlain = Double.isFinite(value) && !(value == 0 && 1 / value < 0);
        if (!isPlain) {
            return tagged("$float", eightBytes(Double.doubleToRawLongBits(value)));
        }
        if (value == (int) value) {
            return JsonNodeFactory.instance.numberNode((int) value);
        }
        boolean isExactLong = value == Math.rint(value) && Math.abs(value) <= 9_007_199_254_740_991d;
        return isExactLong
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    static ObjectNode bytes(byte[] value) {
        return tagged("$bytes", value);
    }

    /// The int64 in that node, null when it is none.
    static @Nullable Long readInt64(JsonNode node) {
        byte[] bytes = untagged("$integer", node);
        return bytes == null || bytes.length != Long.BYTES
                ? null
                : littleEndian(bytes).getLong();
    }

    /// The number in that node, null when it is none.
    static @Nullable Double readFloat64(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        byte[] bytes = untagged("$float", node);
        return bytes == null || bytes.length != Long.BYTES
                ? null
                : littleEndian(bytes).getDouble();
    }

    /// The base64 text of the bytes in that node, null when it holds none.
    static @Nullable String readBytes(JsonNode node) {
        byte[] bytes = untagged("$bytes", node);
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    /// Whether the number fits an int64.
    static boolean fitsInt64(BigInteger value) {
        return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
    }

    /// The value as a person writes it in TypeScript.
    static String describe(JsonNode value) {
        Long integer = readInt64(value);
        if (integer != null) {
            return integer + "n";
        }
        Double number = readFloat64(value);
        return number != null && !value.isNumber() ? number.toString() : value.toString();
    }

    private static ObjectNode tagged(String tag, byte[] bytes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(tag, Base64.getEncoder().encodeToString(bytes));
    }

    private static byte @Nullable [] untagged(String tag, JsonNode node) {
        if (!node.isObject() || node.size() != 1 || !node.path(tag).isString()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(node.path(tag).stringValue());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] eightBytes(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
