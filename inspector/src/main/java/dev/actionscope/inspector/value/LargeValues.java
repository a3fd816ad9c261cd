package dev.actionscope.inspector.value;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Fetches values that are too large to be kept in a trace.
public interface LargeValues {
    /// For traces whose large values are gone.
    LargeValues NONE = new LargeValues() {
        @Override
        public boolean isAvailable() {
            return false;
        }

        @Override
        public void load(long spanId, String attribute, Consumer<JsonNode> whenLoaded) {
            throw new IllegalStateException("large values are not available");
        }
    };

    /// Whether [#load] can be asked.
    default boolean isAvailable() {
        return true;
    }

    /// Fetches an attribute of a span; `whenLoaded` is called with its Convex JSON, later and on the thread of the
    /// views.
    void load(long spanId, String attribute, Consumer<JsonNode> whenLoaded);
}
