package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What convex.json says, as far as it concerns running functions.
///
/// @param functions without a slash at the end
record ConvexJson(
        String functions,
        List<String> externalPackages,
        @Nullable String nodeVersion) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static ConvexJson read(Path root, String defaultFunctions) throws ProjectException {
        Path file = root.resolve("convex.json");
        if (!Files.exists(file)) {
            return new ConvexJson(defaultFunctions, List.of(), null);
        }
        try {
            JsonNode content = MAPPER.readTree(Files.readString(file));
            if (!content.isObject()) {
                throw broken(file, "it must hold an object", 1, 1, null);
            }
            return of(file, content);
        } catch (IOException e) {
            throw Project.unreadable(file, e);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            int column = at == null ? 1 : Math.max(1, at.getColumnNr());
            String what = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw broken(file, what, line, column, e);
        }
    }

    private static ConvexJson of(Path file, JsonNode content) throws ProjectException {
        JsonNode functions = content.path("functions");
        if (!functions.isMissingNode()
                && (!functions.isString() || functions.stringValue().isBlank())) {
            throw broken(file, "`functions` must be the path of a folder", 1, 1, null);
        }
        JsonNode external = content.path("node").path("externalPackages");
        List<String> packages = new ArrayList<>();
        for (JsonNode name : external) {
            if (!name.isString()) {
                throw broken(file, "`node.externalPackages` must be a list of package names", 1, 1, null);
            }
            packages.add(name.stringValue());
        }
        JsonNode version = content.path("node").path("nodeVersion");
        return new ConvexJson(
                functions.isMissingNode() ? "convex" : trimmed(functions.stringValue()),
                packages,
                version.isString() ? version.stringValue() : null);
    }

    private static String trimmed(String functions) {
        String path = functions.strip().replace('\\', '/');
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path;
    }

    private static ProjectException broken(Path file, String what, int line, int column, @Nullable Throwable cause) {
        SourcePosition position = new SourcePosition("convex.json", line, column);
        return new ProjectException(
                Code.BROKEN_CONFIG,
                file + ":" + line + ":" + column + " is broken: " + what + ". Correct it.",
                position,
                cause);
    }
}
