package dev.actionscope.app.project;

import dev.actionscope.app.arguments.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a project brings along to be run with: `arguments.json` (arguments by function) and `stubs.json` (answers for
/// `fetch`) in its folder. Blocks: not for the FX thread.
///
/// @param arguments by function path, in the file's order; empty when there is no such file
/// @param stubsFile `stubs.json` when it is there, else empty
public record ProjectExamples(Map<String, JsonNode> arguments, String stubsFile) {
    private static final long MAX_BYTES = 1_000_000;

    /// Reads what is there.
    public static ProjectExamples read(Path root) {
        return new ProjectExamples(
                arguments(root.resolve("arguments.json")),
                Files.isRegularFile(root.resolve("stubs.json")) ? "stubs.json" : "");
    }

    private static Map<String, JsonNode> arguments(Path file) {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                for (Map.Entry<String, JsonNode> entry :
                        JsonText.parse(Files.readString(file)).properties()) {
                    if (entry.getKey().contains(":") && entry.getValue().isObject()) {
                        read.put(entry.getKey(), entry.getValue());
                    }
                }
            }
        } catch (IOException | JacksonException e) {
            // A file of that name that holds something else belongs to the project, not to us.
            return Map.of();
        }
        return read;
    }
}
