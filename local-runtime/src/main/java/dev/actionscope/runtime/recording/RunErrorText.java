package dev.actionscope.runtime.recording;

import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run's error as the JSON text of `--output json`, both ways.
public final class RunErrorText {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private RunErrorText() {}

    /// `{"message","data"?,"frames":[{"function","file","line","column"}]}`
    public static ObjectNode toJson(RunError error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("message", error.message());
        JsonNode data = error.data();
        if (data != null) {
            json.set("data", data);
        }
        ArrayNode frames = json.putArray("frames");
        for (Frame frame : error.frames()) {
            ObjectNode entry = frames.addObject().put("function", frame.function());
            SourcePosition at = frame.position();
            if (at != null) {
                entry.put("file", at.file()).put("line", at.line()).put("column", at.column());
            }
        }
        return json;
    }

    static String write(RunError error) {
        return toJson(error).toString();
    }

    static RunError read(String text) {
        JsonNode json = MAPPER.readTree(text);
        List<Frame> frames = new ArrayList<>();
        for (JsonNode frame : json.path("frames")) {
            SourcePosition at = frame.has("file")
                    ? new SourcePosition(
                            frame.path("file").asString(),
                            frame.path("line").asInt(),
                            frame.path("column").asInt())
                    : null;
            frames.add(new Frame(frame.path("function").asString(), at));
        }
        return new RunError(json.path("message").asString(), json.get("data"), frames);
    }
}
