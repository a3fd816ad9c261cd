package dev.actionscope.inspector.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A span's attributes in the order in which a person looks for them.
public final class SpanAttributes {
    private static final List<String> FIRST =
            List.of("error", "arguments", "result", "method", "url", "status", "request", "response", "table");
    private static final int MOST_PARSED = 1_000_000;

    private SpanAttributes() {}

    /// The attributes as values: `error`, `arguments` and `result` first. Text that is JSON, such as the body of a
    /// response, is shown as the value it stands for.
    public static List<ValueNode> of(ObjectNode attributes) {
        List<ValueNode> nodes = new ArrayList<>(attributes.size());
        for (String key : FIRST) {
            JsonNode value = attributes.get(key);
            if (value != null) {
                nodes.add(ValueNode.of(key, readable(value)));
            }
        }
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (!FIRST.contains(attribute.getKey())) {
                nodes.add(ValueNode.of(attribute.getKey(), readable(attribute.getValue())));
            }
        }
        return nodes;
    }

    private static JsonNode readable(JsonNode value) {
        if (value.isString()) {
            return parsed(value);
        }
        if (value instanceof ObjectNode object && object.path("body").isString()) {
            ObjectNode copy = object.deepCopy();
            copy.set("body", parsed(object.path("body")));
            return copy;
        }
        return value;
    }

    private static JsonNode parsed(JsonNode value) {
        String text = value.stringValue().strip();
        boolean looksLikeJson =
                (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
        if (!looksLikeJson || text.length() > MOST_PARSED) {
            return value;
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return value;
        }
    }
}
