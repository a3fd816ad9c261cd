package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildProblem.Note;
import dev.actionscope.runtime.project.PackageJson;
import dev.actionscope.runtime.project.PackageTool;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns esbuild's messages into problems a Convex developer can act on.
final class EsbuildMessages {
    private static final Pattern UNRESOLVED = Pattern.compile("Could not resolve \"([^\"]+)\"");
    private static final String NODE_HINT = """
            It looks like you are using Node APIs from a file without the "use node" directive.
            Split out actions using Node.js APIs like this into a new file only containing actions that uses "use node" \
            so these actions will run in a Node.js environment.
            For more information see https://docs.convex.dev/functions/runtimes#nodejs-runtime""";

    private final boolean isForNode;
    private final PackageTool tool;
    private final PackageJson manifest;

    EsbuildMessages(boolean isForNode, PackageTool tool, PackageJson manifest) {
        this.isForNode = isForNode;
        this.tool = tool;
        this.manifest = manifest;
    }

    /// The imports that led nowhere, as they were written.
    static List<String> unresolved(List<BuildProblem> problems) {
        List<String> paths = new ArrayList<>();
        for (BuildProblem problem : problems) {
            Matcher unresolved = UNRESOLVED.matcher(problem.message());
            if (unresolved.find()) {
                paths.add(unresolved.group(1));
            }
        }
        return paths;
    }

    List<BuildProblem> problems(JsonNode messages) {
        List<BuildProblem> problems = new ArrayList<>();
        for (JsonNode message : messages) {
            problems.add(problem(message));
        }
        return problems;
    }

    private BuildProblem problem(JsonNode message) {
        String text = text(message, "text");
        JsonNode location = message.path("location");
        List<Note> notes = new ArrayList<>();
        boolean wantsNode = false;
        for (JsonNode note : message.path("notes")) {
            wantsNode |= text(note, "text").contains("Are you trying to bundle for node?");
            notes.add(new Note(text(note, "text"), position(note.path("location"))));
        }
        String advice = wantsNode && !isForNode ? NODE_HINT : advice(text);
        if (!advice.isEmpty()) {
            notes.removeIf(note -> note.position() == null);
        }
        String lineText = text(location, "lineText");
        int column = location.path("column").asInt(0);
        int end = column + location.path("length").asInt(0);
        return new BuildProblem(
                advice.isEmpty() ? text : text + "\n" + advice,
                position(location),
                Math.max(0, units(lineText, end) - units(lineText, column)),
                lineText,
                notes);
    }

    private String advice(String text) {
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (!unresolved.find()) {
            return "";
        }
        String path = unresolved.group(1);
        boolean isPackage = !path.startsWith(".") && !path.startsWith("/") && !path.startsWith("#");
        if (!isPackage) {
            return "";
        }
        String name = ExternalPackages.packageName(path);
        String command = manifest.dependsOn(name) ? tool.command() : tool.addCommand() + " " + name;
        return "Run `" + command + "` in the project's folder.";
    }

    private static @Nullable SourcePosition position(JsonNode location) {
        String file = text(location, "file").replace('\\', '/');
        String namespace = text(location, "namespace");
        int line = location.path("line").asInt(0);
        if (file.isEmpty() || line < 1 || !(namespace.isEmpty() || namespace.equals("file"))) {
            return null;
        }
        int column = units(text(location, "lineText"), location.path("column").asInt(0));
        return new SourcePosition(file, line, column + 1);
    }

    /// esbuild counts columns in bytes of UTF-8; editors in UTF-16 units.
    private static int units(String lineText, int bytes) {
        byte[] line = lineText.getBytes(StandardCharsets.UTF_8);
        int count = Math.max(0, Math.min(bytes, line.length));
        return new String(line, 0, count, StandardCharsets.UTF_8).length();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
