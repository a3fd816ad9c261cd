package dev.actionscope.inspector.value;

import dev.actionscope.inspector.model.Quantities;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Convex values as JavaScript writes them: `123n`, `NaN`, `{sku: "KB-77", …}`.
public final class ValueText {
    static final int INLINE_LENGTH = 120;
    private static final int INLINE_ITEMS = 8;

    private ValueText() {}

    /// The value on one line, cut with `…` where it is long.
    public static String inline(JsonNode json) {
        return ValueNode.of("", json).text();
    }

    /// The whole value, indented by two spaces a level.
    public static String pretty(JsonNode json) {
        StringBuilder text = new StringBuilder();
        appendPretty(ValueNode.of("", json), "", text);
        return text.toString();
    }

    static String inline(ValueKind kind, JsonNode json) {
        return switch (kind) {
            case NULL -> "null";
            case BOOLEAN -> json.toString();
            case NUMBER -> number(json);
            case BIGINT ->
                ValueNode.littleEndian(json.path("$integer").stringValue()).getLong() + "n";
            case STRING -> quoted(json.stringValue(), INLINE_LENGTH);
            case BYTES -> bytes(json);
            case ARRAY, OBJECT, RANGE -> container(json);
            case LARGE -> json.path("preview").asString("");
            case LINE -> json.stringValue();
        };
    }

    private static String number(JsonNode json) {
        double value = json.isNumber()
                ? json.doubleValue()
                : ValueNode.littleEndian(json.path("$float").stringValue()).getDouble();
        if (value == 0 && 1 / value < 0) {
            return "-0";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String bytes(JsonNode json) {
        int length = ValueNode.decoded(json.path("$bytes").asString("")).length;
        return "bytes(" + Quantities.bytes(length) + ")";
    }

    private static String container(JsonNode json) {
        StringBuilder text = new StringBuilder();
        if (json.isArray()) {
            text.append(json.isEmpty() ? "[]" : "(" + json.size() + ") [");
        } else {
            text.append(json.isEmpty() ? "{}" : "{");
        }
        int items = 0;
        boolean cut = false;
        if (json.isArray()) {
            for (JsonNode element : json) {
                cut = items == INLINE_ITEMS || text.length() > INLINE_LENGTH;
                if (cut) {
                    break;
                }
                text.append(items++ == 0 ? "" : ", ").append(brief(element));
            }
        } else {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                cut = items == INLINE_ITEMS || text.length() > INLINE_LENGTH;
                if (cut) {
                    break;
                }
                text.append(items++ == 0 ? "" : ", ")
                        .append(field.getKey())
                        .append(": ")
                        .append(brief(field.getValue()));
            }
        }
        text.append(cut ? ", …" : "");
        return json.isEmpty()
                ? text.toString()
                : text.append(json.isArray() ? "]" : "}").toString();
    }

    private static String brief(JsonNode json) {
        ValueNode node = ValueNode.of("", json);
        return switch (node.kind()) {
            case STRING -> quoted(json.stringValue(), 40);
            case ARRAY -> json.isEmpty() ? "[]" : "[…]";
            case OBJECT -> json.isEmpty() ? "{}" : "{…}";
            case NULL, BOOLEAN, NUMBER, BIGINT, BYTES, RANGE, LINE -> node.text();
            case LARGE -> "…";
        };
    }

    private static void appendPretty(ValueNode node, String indent, StringBuilder text) {
        JsonNode json = node.json();
        switch (node.kind()) {
            case ARRAY, RANGE -> appendArray(json, indent, text);
            case OBJECT -> appendObject(json, indent, text);
            case STRING -> text.append(quoted(json.stringValue(), Integer.MAX_VALUE));
            case NULL, BOOLEAN, NUMBER, BIGINT, BYTES, LARGE, LINE -> text.append(node.text());
        }
    }

    private static void appendArray(JsonNode json, String indent, StringBuilder text) {
        text.append('[');
        String inner = indent + "  ";
        int written = 0;
        for (JsonNode element : json) {
            text.append(written++ == 0 ? "\n" : ",\n").append(inner);
            appendPretty(ValueNode.of("", element), inner, text);
        }
        text.append(written == 0 ? "]" : "\n" + indent + "]");
    }

    private static void appendObject(JsonNode json, String indent, StringBuilder text) {
        text.append('{');
        String inner = indent + "  ";
        int written = 0;
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            text.append(written++ == 0 ? "\n" : ",\n")
                    .append(inner)
                    .append(field.getKey())
                    .append(": ");
            appendPretty(ValueNode.of("", field.getValue()), inner, text);
        }
        text.append(written == 0 ? "}" : "\n" + indent + "}");
    }

    /// A string in quotes with its line breaks and quotes escaped, cut with `…` when longer than `most`.
    static String quoted(String value, int most) {
        StringBuilder text = new StringBuilder("\"");
        int length = Math.min(value.length(), most);
        for (int at = 0; at < length; at++) {
            char c = value.charAt(at);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append(length < value.length() ? "…\"" : "\"").toString();
    }
}
