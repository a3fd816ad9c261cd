package dev.actionscope.inspector.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A Convex value as a tree that is opened step by step.
///
/// Reads the Convex JSON encoding: `{"$integer": …}` is a bigint, `{"$float": …}` one of the numbers that JSON lacks,
/// `{"$bytes": …}` bytes. `{"$large": bytes, "preview": …}` stands for a value that is not kept in the trace. Arrays
/// longer than [#RANGE_SIZE] open into ranges, long strings into lines.
public final class ValueNode {
    /// How many elements of an array are shown in one piece.
    public static final int RANGE_SIZE = 100;

    private static final int MOST_LINES = 5_000;

    private final String label;
    private final ValueKind kind;
    private final String text;
    private final JsonNode json;
    private final int from;
    private final int to;

    private ValueNode(String label, ValueKind kind, String text, JsonNode json, int from, int to) {
        this.label = label;
        this.kind = kind;
        this.text = text;
        this.json = json;
        this.from = from;
        this.to = to;
    }

    /// The tree of a value in Convex JSON.
    ///
    /// @param label what it is: a field's name, an index, or empty
    public static ValueNode of(String label, JsonNode json) {
        ValueKind kind = kindOf(json);
        return new ValueNode(
                label, kind, ValueText.inline(kind, json), json, 0, kind == ValueKind.ARRAY ? json.size() : 0);
    }

    /// A field's name, an index, a range such as `[100 … 199]`, or empty.
    public String label() {
        return label;
    }

    public ValueKind kind() {
        return kind;
    }

    /// The value on one line: all of a primitive, the beginning of anything else.
    public String text() {
        return text;
    }

    /// The value in Convex JSON.
    public JsonNode json() {
        return json;
    }

    /// Whether there is nothing to open.
    public boolean isLeaf() {
        return switch (kind) {
            case ARRAY, OBJECT, RANGE -> json.isEmpty();
            case STRING -> !isLongString();
            case NULL, BOOLEAN, NUMBER, BIGINT, BYTES, LARGE, LINE -> true;
        };
    }

    /// The size of a value that is not kept in the trace, in bytes.
    public long largeBytes() {
        return kind == ValueKind.LARGE ? json.path("$large").asLong(0) : 0;
    }

    /// Its fields, elements or ranges; made anew by each call.
    public List<ValueNode> children() {
        return switch (kind) {
            case OBJECT -> fields();
            case ARRAY, RANGE -> elements();
            case STRING -> isLongString() ? lines() : List.of();
            case NULL, BOOLEAN, NUMBER, BIGINT, BYTES, LARGE, LINE -> List.of();
        };
    }

    private List<ValueNode> fields() {
        List<ValueNode> fields = new ArrayList<>(json.size());
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            fields.add(of(field.getKey(), field.getValue()));
        }
        return fields;
    }

    private boolean isLongString() {
        String value = json.stringValue();
        return value.length() > ValueText.INLINE_LENGTH || value.indexOf('\n') >= 0;
    }

    private List<ValueNode> lines() {
        List<ValueNode> lines = new ArrayList<>();
        for (String line : json.stringValue().split("\n", -1)) {
            for (int at = 0; at == 0 || at < line.length(); at += ValueText.INLINE_LENGTH) {
                String piece = line.substring(at, Math.min(line.length(), at + ValueText.INLINE_LENGTH));
                lines.add(new ValueNode("", ValueKind.LINE, piece, json, 0, 0));
                if (lines.size() == MOST_LINES) {
                    return lines;
                }
            }
        }
        return lines;
    }

    private List<ValueNode> elements() {
        List<ValueNode> elements = new ArrayList<>();
        int length = to - from;
        if (length <= RANGE_SIZE) {
            for (int index = from; index < to; index++) {
                elements.add(of(Integer.toString(index), json.get(index)));
            }
            return elements;
        }
        int step = RANGE_SIZE;
        while (length > (long) step * RANGE_SIZE) {
            step *= RANGE_SIZE;
        }
        for (int start = from; start < to; start += step) {
            int end = Math.min(to, start + step);
            String range = "[" + start + " … " + (end - 1) + "]";
            elements.add(new ValueNode(range, ValueKind.RANGE, (end - start) + " items", json, start, end));
        }
        return elements;
    }

    private static ValueKind kindOf(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL, MISSING -> ValueKind.NULL;
            case BOOLEAN -> ValueKind.BOOLEAN;
            case NUMBER -> ValueKind.NUMBER;
            case STRING -> ValueKind.STRING;
            case BINARY -> ValueKind.BYTES;
            case ARRAY -> ValueKind.ARRAY;
            case OBJECT, POJO -> kindOfObject(json);
        };
    }

    private static ValueKind kindOfObject(JsonNode json) {
        if (json.size() == 1 && isEightBytes(json.path("$integer"))) {
            return ValueKind.BIGINT;
        }
        if (json.size() == 1 && isEightBytes(json.path("$float"))) {
            return ValueKind.NUMBER;
        }
        if (json.size() == 1 && json.path("$bytes").isString()) {
            return ValueKind.BYTES;
        }
        return json.path("$large").isNumber() ? ValueKind.LARGE : ValueKind.OBJECT;
    }

    private static boolean isEightBytes(JsonNode node) {
        return node.isString() && decoded(node.stringValue()).length == 8;
    }

    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    static ByteBuffer littleEndian(String base64) {
        return ByteBuffer.wrap(decoded(base64)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
