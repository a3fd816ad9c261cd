package dev.actionscope.runtime.run;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps spans small: a value of more than [#LIMIT] characters is held aside, and its size and beginning stand for it.
final class LargeValues {
    /// In characters of JSON text.
    static final int LIMIT = 16 * 1024;

    private static final int PREVIEW = 400;

    private LargeValues() {}

    /// The value itself, or what stands for it after the whole was handed to `aside`.
    static JsonNode shorten(JsonNode value, Consumer<JsonNode> aside) {
        if (isSmall(value, new int[] {LIMIT})) {
            return value;
        }
        aside.accept(value);
        String text = value.toString();
        return JsonNodeFactory.instance
                .objectNode()
                .put("$large", text.length())
                .put("preview", text.substring(0, PREVIEW));
    }

    /// Counts down `budget` by a lower bound of the value's text, and stops as soon as it is used up.
    private static boolean isSmall(JsonNode value, int[] budget) {
        budget[0] -= value.isString() ? value.stringValue().length() + 2 : 2;
        if (budget[0] < 0) {
            return false;
        }
        for (var property : value.properties()) {
            budget[0] -= property.getKey().length() + 3;
            if (!isSmall(property.getValue(), budget)) {
                return false;
            }
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (!isSmall(element, budget)) {
                    return false;
                }
            }
        }
        return true;
    }
}
