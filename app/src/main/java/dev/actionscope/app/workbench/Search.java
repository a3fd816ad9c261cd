package dev.actionscope.app.workbench;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.app.commands.FuzzyMatch;
import dev.actionscope.app.overlay.Palette;
import dev.actionscope.app.project.FunctionLooks;
import dev.actionscope.app.project.ProjectFiles;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.host.ProjectState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// What the palette finds: commands, files, functions.
final class Search {
    private static final int MAX_FILES = 20_000;

    private final WorkbenchModel model;
    private final CommandRegistry commands;
    private final Palette palette;
    private final WorkbenchActions act;
    private List<String> files = List.of();

    Search(WorkbenchModel model, CommandRegistry commands, Palette palette, WorkbenchActions act) {
        this.model = model;
        this.commands = commands;
        this.palette = palette;
        this.act = act;
    }

    private record Hit(int score, Palette.Item item) {}

    CommandRegistry commands() {
        return commands;
    }

    void everything() {
        readFiles();
        palette.open("Search commands, files, functions", query -> {
            List<Palette.Item> items = new ArrayList<>(
                    commands.find(query).stream().map(Search::item).toList());
            if (!query.isBlank()) {
                items.addAll(best(query, true));
            }
            return items;
        });
    }

    void filesAndFunctions() {
        readFiles();
        palette.open("Go to file or function", query -> best(query, true));
    }

    void functionsToRun() {
        palette.open("Choose a function to run", query -> ranked(functions(query, act::choose)));
    }

    private List<Palette.Item> best(String query, boolean withFiles) {
        List<Hit> hits = functions(query, act::openFunction);
        Path root = model.project().rootProperty().get();
        if (withFiles && root != null) {
            for (String file : files) {
                int score = FuzzyMatch.score(query, file);
                if (score > 0) {
                    hits.add(new Hit(score, item(root, file)));
                }
            }
        }
        return ranked(hits);
    }

    private static List<Palette.Item> ranked(List<Hit> hits) {
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        return hits.stream().map(Hit::item).toList();
    }

    private List<Hit> functions(String query, Consumer<FunctionInfo> action) {
        ProjectState state = model.project().stateProperty().get();
        List<Hit> hits = new ArrayList<>();
        for (FunctionInfo function : state == null ? List.<FunctionInfo>of() : state.functions()) {
            int score = FuzzyMatch.score(query, function.path());
            if (score > 0) {
                hits.add(new Hit(
                        score + 1,
                        new Palette.Item(
                                FunctionLooks.icon(function.kind()).view(),
                                function.path(),
                                FunctionLooks.describe(function),
                                "",
                                () -> action.accept(function))));
            }
        }
        return hits;
    }

    private Palette.Item item(Path root, String file) {
        int slash = file.lastIndexOf('/');
        return new Palette.Item(
                Icons.forFile(file).view(),
                file.substring(slash + 1),
                slash < 0 ? "" : file.substring(0, slash),
                "",
                () -> act.openFile(root.resolve(file)));
    }

    private static Palette.Item item(Command command) {
        return new Palette.Item(
                Icons.COMMAND.view("tone-dim"),
                command.title(),
                command.group().title(),
                command.keyText(),
                command.action());
    }

    /// The list of files is read anew each time; until it is there, the last one serves.
    private void readFiles() {
        Path root = model.project().rootProperty().get();
        if (root == null) {
            files = List.of();
            return;
        }
        model.background().execute(() -> {
            try {
                List<String> found = ProjectFiles.all(root, MAX_FILES);
                model.fx().execute(() -> files = found);
            } catch (IOException e) {
                model.fx().execute(() -> files = List.of());
            }
        });
    }
}
