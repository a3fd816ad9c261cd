package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildProblem.Note;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who imports whom, by esbuild's metafile. It tells how a file with a problem came in, which is often where the
/// problem
/// can be put right.
final class ImportChains {
    private static final Import NOBODY = new Import("", "");
    private final Path root;
    /// By imported file: the file that imports it, on a shortest way from an entry point, and how it spells it.
    private final Map<String, Import> importers = new LinkedHashMap<>();

    /// @param inputs `inputs` of the metafile
    /// @param entries relative to the project
    ImportChains(Path root, JsonNode inputs, Collection<String> entries) {
        this.root = root;
        Deque<String> waiting = new ArrayDeque<>(entries);
        entries.forEach(entry -> importers.put(entry, NOBODY));
        while (!waiting.isEmpty()) {
            String file = waiting.removeFirst();
            for (JsonNode imported : inputs.path(file).path("imports")) {
                String path = imported.path("path").asString("");
                String spelled = imported.path("original").asString(path);
                if (importers.putIfAbsent(path, new Import(file, spelled)) == null) {
                    waiting.addLast(path);
                }
            }
        }
    }

    /// The problem with the way by which its file came in. One in a package is moved to the import in user code that
    /// brought the package; one in an entry point is unchanged.
    BuildProblem explained(BuildProblem problem) {
        SourcePosition position = problem.position();
        if (position == null || !importers.containsKey(position.file())) {
            return problem;
        }
        return position.isUserCode() ? withImporters(problem, position) : inUserCode(problem, position);
    }

    private BuildProblem withImporters(BuildProblem problem, SourcePosition position) {
        List<String> way = new ArrayList<>();
        for (String file = importerOf(position.file()).file; !file.isEmpty(); file = importerOf(file).file) {
            way.add(file);
        }
        return way.isEmpty()
                ? problem
                : new BuildProblem(
                        problem.message() + "\nThis file is imported by " + String.join(", imported by ", way) + ".",
                        position,
                        problem.length(),
                        problem.lineText(),
                        problem.notes());
    }

    private BuildProblem inUserCode(BuildProblem problem, SourcePosition position) {
        List<String> way = new ArrayList<>();
        Import last = NOBODY;
        String file = position.file();
        for (; file.contains("node_modules/"); file = last.file) {
            way.add(file);
            last = importerOf(file);
        }
        Place place = file.isEmpty() ? null : place(file, last.spelled);
        if (place == null) {
            return problem;
        }
        List<Note> notes = new ArrayList<>(problem.notes());
        notes.addFirst(new Note("It is imported here: " + problem.lineText().strip(), position));
        return new BuildProblem(
                problem.message() + "\nThe import is in " + String.join(", imported by ", way) + ".",
                place.position,
                last.spelled.length() + 2,
                place.lineText,
                notes);
    }

    private Import importerOf(String file) {
        return importers.getOrDefault(file, NOBODY);
    }

    private @Nullable Place place(String file, String spelled) {
        try {
            List<String> lines = Files.readString(root.resolve(file)).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int at = Math.max(line.indexOf('"' + spelled + '"'), line.indexOf('\'' + spelled + '\''));
                if (at >= 0) {
                    return new Place(new SourcePosition(file, i + 1, at + 1), line);
                }
            }
            return null;
        } catch (IOException e) {
            System.getLogger(ImportChains.class.getName()).log(System.Logger.Level.DEBUG, "cannot read " + file, e);
            return null;
        }
    }

    private record Import(String file, String spelled) {}

    private record Place(SourcePosition position, String lineText) {}
}
