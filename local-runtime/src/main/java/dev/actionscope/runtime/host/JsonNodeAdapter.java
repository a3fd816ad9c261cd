package dev.actionscope.runtime.host;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets JSON trees travel inside the messages between the workbench and the runtime host.
final class JsonNodeAdapter implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!JsonNode.class.isAssignableFrom(type.getRawType())) {
            return null;
        }
        return (TypeAdapter<T>) new NodeAdapter();
    }

    private static final class NodeAdapter extends TypeAdapter<@Nullable JsonNode> {
        @Override
        public void write(JsonWriter out, @Nullable JsonNode node) throws IOException {
            if (node == null) {
                out.nullValue();
            } else {
                out.jsonValue(node.toString());
            }
        }

        @Override
        public @Nullable JsonNode read(JsonReader in) {
            return JsonMapper.shared().readTree(JsonParser.parseReader(in).toString());
        }
    }
}
