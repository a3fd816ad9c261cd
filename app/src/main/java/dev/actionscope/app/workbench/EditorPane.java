package dev.actionscope.app.workbench;

import dev.actionscope.app.overlay.Dialogs;
import dev.actionscope.app.overlay.Overlay;
import dev.actionscope.app.settings.ProjectMemory;
import dev.actionscope.editor.CaretPosition;
import dev.actionscope.editor.CodeEditor;
import dev.actionscope.editor.GutterMark;
import dev.actionscope.editor.TextRange;
import dev.actionscope.editor.tabs.EditorTabs;
import dev.actionscope.editor.tabs.UnsavedChanges;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The editor's tabs on the files of the open project, with what the host and the last run say about them.
final class EditorPane {
    private static final String LAYER = "actionscope";

    private final Executor background;
    private final Executor fx;
    private final Overlay overlay;
    private final CaretListener listener;
    private final EditorTabs tabs;
    private final ChangeListener<CaretPosition> caretMoved = (o, before, now) -> showCaret();
    private Set<Path> withProblems = Set.of();
    private Set<Path> withFindings = Set.of();
    private @Nullable Path root;
    /// What had the keyboard last outside the editor.
    private @Nullable Node focusOutside;

    /// Hears where the caret is.
    interface CaretListener {
        void moved(String place, String charset, String language);
    }

    EditorPane(Executor background, Executor fx, Overlay overlay, CaretListener listener) {
        this.background = background;
        this.fx = fx;
        this.overlay = overlay;
        this.listener = listener;
        tabs = new EditorTabs(background, fx);
        tabs.setUnsavedChanges(this::ask);
        ChangeListener<@Nullable Node> focusMoved = (o, before, now) -> {
            if (now != null && !isInside(now)) {
                focusOutside = now;
            }
        };
        tabs.sceneProperty().addListener((o, before, now) -> {
            if (now != null) {
                now.focusOwnerProperty().addListener(focusMoved);
            }
        });
        tabs.selectedEditorProperty().addListener((o, before, now) -> {
            before.ifPresent(editor -> editor.caretProperty().removeListener(caretMoved));
            now.ifPresent(editor -> editor.caretProperty().addListener(caretMoved));
            showCaret();
        });
    }

    Region view() {
        return tabs;
    }

    /// Tells of the file whose tab comes to the front.
    void onSelected(Consumer<Path> hears) {
        tabs.selectedFileProperty().addListener((o, before, now) -> now.ifPresent(hears));
    }

    void setPlaceholder(Node node) {
        tabs.setPlaceholder(node);
    }

    /// Begins with a project, with the tabs that were open the last time.
    void openProject(Path folder, ProjectMemory memory) {
        root = folder;
        tabs.setRoot(folder);
        background.execute(() -> {
            List<Path> known = memory.openFiles().stream()
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
            fx.execute(() -> openAll(folder, known, memory.activeFile()));
        });
    }

    private void openAll(Path folder, List<Path> files, @Nullable String active) {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (Path file : files) {
            last = last.thenComposeAsync(before -> tabs.open(file), fx);
        }
        if (active != null && !files.isEmpty()) {
            last.thenAcceptAsync(before -> tabs.select(folder.resolve(active)), fx);
        }
    }

    void open(Path file) {
        tabs.open(file);
    }

    /// Goes to a place in the project's files.
    ///
    /// @param withFocus whether the keyboard goes there, too
    void go(SourcePosition position, boolean withFocus) {
        Path folder = root;
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(position.file());
        Node owner = tabs.getScene() == null ? null : tabs.getScene().getFocusOwner();
        boolean wasOutside = owner != null && owner.equals(focusOutside);
        tabs.open(file)
                .thenAcceptAsync(
                        editor -> editor.ifPresent(shown -> {
                            shown.reveal(position.line(), position.column());
                            if (!withFocus && wasOutside && focusOutside != null) {
                                focusOutside.requestFocus();
                            }
                        }),
                        fx);
        if (!withFocus) {
            tabs.highlightLines(Map.of(file, Set.of(position.line())));
        }
    }

    void save() {
        tabs.save();
    }

    /// Saves everything; `done` runs when all of it is on disk.
    void saveAll(Runnable done) {
        tabs.saveAll()
                .thenAcceptAsync(
                        isSaved -> {
                            if (isSaved) {
                                done.run();
                            }
                        },
                        fx);
    }

    void closeTab() {
        tabs.closeSelected();
    }

    /// Closes every tab; the user has been asked already.
    void closeAll() {
        rootless();
        tabs.setUnsavedChanges((file, answer) -> answer.accept(UnsavedChanges.Choice.DISCARD));
        tabs.closeAll();
        tabs.setUnsavedChanges(this::ask);
    }

    void nextTab() {
        tabs.selectNext(1);
    }

    void previousTab() {
        tabs.selectNext(-1);
    }

    void focus() {
        tabs.selectedEditorProperty().get().ifPresentOrElse(CodeEditor::requestFocus, tabs::requestFocus);
    }

    /// Files may have been changed by somebody else.
    void checkFiles() {
        List.copyOf(tabs.openFiles()).forEach(tabs::fileChanged);
    }

    /// The names of files that are not saved.
    List<String> unsaved() {
        return tabs.openFiles().stream()
                .filter(file -> tabs.editor(file)
                        .map(editor -> editor.dirtyProperty().get())
                        .orElse(false))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    List<String> openFiles() {
        return tabs.openFiles().stream().map(this::name).toList();
    }

    @Nullable
    String activeFile() {
        return tabs.selectedFileProperty().get().map(this::name).orElse(null);
    }

    /// The file in front and the caret's line, as in `convex/orders.ts:12`; empty when none is open.
    String place() {
        Optional<CodeEditor> editor = tabs.selectedEditorProperty().get();
        return editor.map(shown ->
                        activeFile() + ":" + shown.caretProperty().get().line())
                .orElse("");
    }

    void showProblems(List<Problem> problems) {
        Map<Path, List<dev.actionscope.editor.Problem>> byFile = new HashMap<>();
        for (Problem problem : problems) {
            SourcePosition position = problem.position();
            if (position != null && root != null) {
                byFile.computeIfAbsent(root.resolve(position.file()), file -> new ArrayList<>())
                        .add(new dev.actionscope.editor.Problem(
                                TextRange.wordAt(position.line(), position.column()),
                                severity(problem.severity()),
                                problem.message()));
            }
        }
        withProblems = show(byFile, withProblems, (file, shown) -> tabs.setProblems(file, LAYER, shown));
    }

    void showFindings(List<Finding> findings) {
        Map<Path, List<GutterMark>> byFile = new HashMap<>();
        for (Finding finding : findings) {
            SourcePosition position = finding.position();
            if (position != null && root != null) {
                byFile.computeIfAbsent(root.resolve(position.file()), file -> new ArrayList<>())
                        .add(GutterMark.of(
                                position.line(),
                                severity(finding.severity()).icon(),
                                finding.rule() + ": " + finding.message() + "\n" + finding.help()));
            }
        }
        withFindings = show(byFile, withFindings, (file, shown) -> tabs.setMarks(file, LAYER, shown));
        if (findings.isEmpty()) {
            tabs.highlightLines(Map.of());
        }
    }

    private static <T> Set<Path> show(Map<Path, List<T>> byFile, Set<Path> before, BiConsumer<Path, List<T>> set) {
        Set<Path> gone = new HashSet<>(before);
        gone.removeAll(byFile.keySet());
        gone.forEach(file -> set.accept(file, List.of()));
        byFile.forEach(set);
        return byFile.keySet();
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(tabs)) {
                return true;
            }
        }
        return false;
    }

    private void rootless() {
        showProblems(List.of());
        showFindings(List.of());
    }

    private void showCaret() {
        tabs.selectedEditorProperty()
                .get()
                .ifPresentOrElse(
                        editor -> {
                            CaretPosition at = editor.caretProperty().get();
                            String selected = at.selected() > 0 ? " (" + at.selected() + " selected)" : "";
                            listener.moved(
                                    "Ln " + at.line() + ", Col " + at.column() + selected,
                                    "UTF-8",
                                    editor.languageTitle());
                        },
                        () -> listener.moved("", "", ""));
    }

    private void ask(Path file, Consumer<UnsavedChanges.Choice> answer) {
        Dialogs.ask(
                overlay,
                file.getFileName() + " is not saved",
                "Save the changes before its tab is closed?",
                List.of(
                        new Dialogs.Answer("Save", () -> answer.accept(UnsavedChanges.Choice.SAVE)),
                        new Dialogs.Answer("Do not save", () -> answer.accept(UnsavedChanges.Choice.DISCARD))));
    }

    private String name(Path file) {
        return root == null || !file.startsWith(root)
                ? file.toString()
                : root.relativize(file).toString().replace('\\', '/');
    }

    private static dev.actionscope.editor.Severity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> dev.actionscope.editor.Severity.ERROR;
            case WARNING -> dev.actionscope.editor.Severity.WARNING;
            case INFO -> dev.actionscope.editor.Severity.INFO;
        };
    }
}
