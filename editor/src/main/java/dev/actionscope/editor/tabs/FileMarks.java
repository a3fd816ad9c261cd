package dev.actionscope.editor.tabs;

import dev.actionscope.editor.CodeEditor;
import dev.actionscope.editor.GutterMark;
import dev.actionscope.editor.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is marked in which file, also in files that are opened later.
final class FileMarks {
    private final Map<Path, Map<String, List<GutterMark>>> marks = new HashMap<>();
    private final Map<Path, Map<String, List<Problem>>> problems = new HashMap<>();
    private Map<Path, Set<Integer>> highlights = Map.of();

    void setMarks(Path file, String layer, List<GutterMark> now) {
        marks.computeIfAbsent(file, path -> new HashMap<>()).put(layer, List.copyOf(now));
    }

    void setProblems(Path file, String layer, List<Problem> now) {
        problems.computeIfAbsent(file, path -> new HashMap<>()).put(layer, List.copyOf(now));
    }

    void setHighlights(Map<Path, Set<Integer>> now) {
        highlights = Map.copyOf(now);
    }

    Set<Integer> highlights(Path file) {
        return highlights.getOrDefault(file, Set.of());
    }

    void show(Path file, CodeEditor editor) {
        marks.getOrDefault(file, Map.of()).forEach(editor::setMarks);
        problems.getOrDefault(file, Map.of()).forEach(editor::setProblems);
        editor.highlightLines(highlights(file));
    }
}
