package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One version of a document.
///
/// @param value with `_id` and `_creationTime`
/// @param size in bytes, as Convex counts it
public record Document(DocumentId id, Obj value, long size) {
    private static final JsonMapper JSON = new JsonMapper();

    static Document of(DocumentId id, Obj value) {
        return new Document(id, value, value.size());
    }

    /// Reads the text [#toJson()] gave.
    static Document read(DocumentId id, String json) {
        try {
            ConvexValue value = ConvexJson.decodeUncommitted(JSON.readTree(json));
            if (value instanceof Obj object) {
                return of(id, object);
            }
            throw new UncheckedIOException(new IOException("Document " + id + " is damaged: not an object"));
        } catch (JacksonException | ValueException damaged) {
            throw new UncheckedIOException(new IOException("Document " + id + " is damaged", damaged));
        }
    }

    /// The id as user code has it.
    public String idText() {
        return value.get("_id") instanceof ConvexValue.Text(String text) ? text : id.encode();
    }

    /// The `_creationTime`, milliseconds since the epoch.
    public double creationTime() {
        return value.get("_creationTime") instanceof ConvexValue.Float64(double time) ? time : 0;
    }

    /// The document as user code gets it.
    public JsonNode toJson() {
        return ConvexJson.encode(value);
    }
}
