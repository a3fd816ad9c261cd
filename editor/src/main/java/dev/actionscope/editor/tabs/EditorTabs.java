package dev.actionscope.editor.tabs;

import dev.actionscope.editor.CodeEditor;
import dev.actionscope.editor.GutterMark;
import dev.actionscope.editor.Problem;
import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The open files: a tab strip, a breadcrumb line, and the editor of the selected file. Use it on the FX thread.
///
/// Files are read and written through the injected executor, written whole or not at all, and never over a change that
/// somebody else made. Keys: Ctrl+S, Ctrl+W, Ctrl+Tab, Ctrl+Shift+Tab, Ctrl+Shift+T opens what was closed last.
/// Marks, problems and highlights may be set for files that are not open: they show when the file is opened.
public final class EditorTabs extends BorderPane implements AutoCloseable {
    private final Executor io;
    private final Executor fx;
    private final Map<Path, FileTab> tabs = new TreeMap<>();
    private final ObservableList<Path> openFiles = FXCollections.observableArrayList();
    private final Deque<Path> closed = new ArrayDeque<>();
    private final FileMarks marks = new FileMarks();
    private final TabStrip strip = new TabStrip();
    private final Breadcrumb breadcrumb = new Breadcrumb();
    private final VBox head = new VBox(strip, breadcrumb);
    private final HeaderActions actions = new HeaderActions();
    private final ReadOnlyObjectWrapper<Optional<Path>> selectedFile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CodeEditor>> selectedEditor =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final DoubleProperty fontSize = new SimpleDoubleProperty(CodeEditor.NORMAL_FONT_SIZE);
    private UnsavedChanges unsavedChanges = new UnsavedChangesDialog(this);
    private Consumer<Path> onSaved = file -> {};
    private Path root = Path.of("");
    private Node placeholder = new EmptyState(
            Icons.FILE, "No file is open", "Choose a file or a function in the project to see its code.");

    /// @param io runs what blocks: reading and writing files
    /// @param fx runs on the FX thread
    public EditorTabs(Executor io, Executor fx) {
        this.io = io;
        this.fx = fx;
        getStyleClass().add("editor-tabs");
        new TabKeys(this);
        setCenter(placeholder);
    }

    /// The folder that breadcrumbs start from.
    public void setRoot(Path folder) {
        root = folder.toAbsolutePath().normalize();
        showBreadcrumb();
    }

    /// What is shown while no file is open.
    public void setPlaceholder(Node node) {
        placeholder = node;
        if (tabs.isEmpty()) {
            setCenter(node);
        }
    }

    /// Who is asked about unsaved edits; a dialog unless set.
    public void setUnsavedChanges(UnsavedChanges asked) {
        unsavedChanges = asked;
    }

    /// Told each file that was written.
    public void setOnSaved(Consumer<Path> listener) {
        onSaved = listener;
    }

    /// The size of the text in all editors, in pixels.
    public DoubleProperty fontSizeProperty() {
        return fontSize;
    }

    /// The open files in the order of their tabs.
    public ObservableList<Path> openFiles() {
        return FXCollections.unmodifiableObservableList(openFiles);
    }

    /// The file whose editor is shown.
    public ReadOnlyObjectProperty<Optional<Path>> selectedFileProperty() {
        return selectedFile.getReadOnlyProperty();
    }

    /// The editor shown.
    public ReadOnlyObjectProperty<Optional<CodeEditor>> selectedEditorProperty() {
        return selectedEditor.getReadOnlyProperty();
    }

    /// The editor of a file, if it is open.
    public Optional<CodeEditor> editor(Path file) {
        return Optional.ofNullable(tabs.get(normal(file))).map(FileTab::editor);
    }

    /// Opens a file, or selects its tab. The result is its editor, or empty where the file cannot be shown; the view
    /// then says why.
    public CompletableFuture<Optional<CodeEditor>> open(Path file) {
        Path wanted = normal(file);
        if (tabs.containsKey(wanted)) {
            select(wanted);
            return CompletableFuture.completedFuture(editor(wanted));
        }
        return CompletableFuture.supplyAsync(() -> TextFiles.read(wanted), io)
                .thenApplyAsync(content -> opened(wanted, content), fx);
    }

    /// Opens a file and goes to a place in it; line and column count from 1.
    public void open(Path file, int line, int column) {
        open(file).thenAcceptAsync(editor -> editor.ifPresent(shown -> shown.reveal(line, column)), fx);
    }

    private Optional<CodeEditor> opened(Path file, FileContent content) {
        switch (content) {
            case FileContent.Text text -> {
                if (!tabs.containsKey(file)) {
                    add(file, text);
                }
                select(file);
            }
            case FileContent.NotText notText -> cannotShow(file, notText.reason());
            case FileContent.Missing missing -> cannotShow(file, "This file does not exist: " + file);
        }
        return editor(file);
    }

    private void cannotShow(Path file, String reason) {
        setCenter(new EmptyState(Icons.FILE, String.valueOf(file.getFileName()), reason));
    }

    private void add(Path file, FileContent.Text text) {
        FileTab tab = new FileTab(file, text, io, fx, actions);
        tab.editor().fontSizeProperty().bindBidirectional(fontSize);
        tab.editor().setOnSave(this::save);
        tab.editor().enclosingProperty().addListener((property, old, now) -> showBreadcrumb());
        marks.show(file, tab.editor());
        tabs.put(file, tab);
        int at = selectedFile
                .get()
                .map(selected -> openFiles.indexOf(selected) + 1)
                .orElse(openFiles.size());
        openFiles.add(at, file);
        closed.remove(file);
        strip.show(inOrder());
    }

    private List<FileTab> inOrder() {
        List<FileTab> result = new ArrayList<>();
        openFiles.forEach(file -> Optional.ofNullable(tabs.get(file)).ifPresent(result::add));
        return result;
    }

    /// Shows the tab of an open file.
    public void select(Path file) {
        FileTab tab = tabs.get(normal(file));
        if (tab == null) {
            return;
        }
        setTop(head);
        setCenter(tab.view());
        selectedFile.set(Optional.of(tab.file()));
        selectedEditor.set(Optional.of(tab.editor()));
        strip.select(tab.header());
        showBreadcrumb();
        tab.editor().requestFocus();
    }

    /// Shows the next tab, or with -1 the previous one; after the last comes the first.
    public void selectNext(int step) {
        selectedFile
                .get()
                .ifPresent(
                        file -> select(openFiles.get(Math.floorMod(openFiles.indexOf(file) + step, openFiles.size()))));
    }

    private void showBreadcrumb() {
        selectedFile
                .get()
                .ifPresent(file -> breadcrumb.show(
                        root,
                        file,
                        selectedEditor
                                .get()
                                .map(editor -> editor.enclosingProperty().get())
                                .orElse(List.of())));
    }

    /// Writes the selected file.
    public void save() {
        selectedFile.get().ifPresent(this::save);
    }

    private CompletableFuture<Boolean> save(Path file) {
        FileTab tab = tabs.get(file);
        if (tab == null) {
            return CompletableFuture.completedFuture(true);
        }
        return tab.save(false)
                .thenApplyAsync(
                        saved -> {
                            if (saved) {
                                onSaved.accept(file);
                            }
                            return saved;
                        },
                        fx);
    }

    /// Writes every file with unsaved edits; the result says whether all are on disk.
    public CompletableFuture<Boolean> saveAll() {
        CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
        for (FileTab tab : inOrder()) {
            if (tab.isDirty()) {
                all = all.thenCombine(save(tab.file()), Boolean::logicalAnd);
            }
        }
        return all;
    }

    /// Whether any open file has unsaved edits.
    public boolean hasUnsavedChanges() {
        return tabs.values().stream().anyMatch(FileTab::isDirty);
    }

    /// Closes a file's tab; asks first if it has unsaved edits.
    public void close(Path file) {
        FileTab tab = tabs.get(normal(file));
        if (tab == null) {
            return;
        }
        if (!tab.isDirty()) {
            remove(tab);
            return;
        }
        select(tab.file());
        unsavedChanges.ask(tab.file(), choice -> {
            switch (choice) {
                case SAVE ->
                    save(tab.file())
                            .thenAcceptAsync(
                                    saved -> {
                                        if (saved) {
                                            remove(tab);
                                        }
                                    },
                                    fx);
                case DISCARD -> remove(tab);
                case CANCEL -> tab.editor().requestFocus();
            }
        });
    }

    private void remove(FileTab tab) {
        int at = openFiles.indexOf(tab.file());
        if (at < 0) {
            return;
        }
        openFiles.remove(at);
        tabs.remove(tab.file());
        closed.push(tab.file());
        strip.show(inOrder());
        if (openFiles.isEmpty()) {
            selectedFile.set(Optional.empty());
            selectedEditor.set(Optional.empty());
            setTop(null);
            setCenter(placeholder);
        } else if (selectedFile.get().equals(Optional.of(tab.file()))) {
            select(openFiles.get(Math.min(at, openFiles.size() - 1)));
        }
        tab.close();
    }

    /// Closes the tab shown.
    public void closeSelected() {
        selectedFile.get().ifPresent(this::close);
    }

    /// Closes every tab; asks about each that has unsaved edits.
    public void closeAll() {
        List.copyOf(openFiles).forEach(this::close);
    }

    /// Opens again what was closed last.
    public void reopenClosed() {
        if (!closed.isEmpty()) {
            open(closed.pop());
        }
    }

    /// Tells that a file may have changed on disk. An editor without unsaved edits takes the change; another asks.
    public void fileChanged(Path file) {
        Optional.ofNullable(tabs.get(normal(file))).ifPresent(FileTab::fileChanged);
    }

    /// Puts marks beside the line numbers of a file, in place of the layer's former ones there.
    public void setMarks(Path file, String layer, List<GutterMark> now) {
        marks.setMarks(normal(file), layer, now);
        editor(file).ifPresent(editor -> editor.setMarks(layer, now));
    }

    /// Underlines problems in a file, in place of the layer's former ones there.
    public void setProblems(Path file, String layer, List<Problem> now) {
        marks.setProblems(normal(file), layer, now);
        editor(file).ifPresent(editor -> editor.setProblems(layer, now));
    }

    /// Highlights lines that belong to what is selected elsewhere; files that are not named have none.
    public void highlightLines(Map<Path, Set<Integer>> lines) {
        Map<Path, Set<Integer>> normalised = new TreeMap<>();
        lines.forEach((file, numbers) -> normalised.put(normal(file), Set.copyOf(numbers)));
        marks.setHighlights(normalised);
        tabs.values().forEach(tab -> tab.editor().highlightLines(marks.highlights(tab.file())));
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /// Closes every tab without asking.
    @Override
    public void close() {
        tabs.values().forEach(FileTab::close);
        tabs.clear();
        openFiles.clear();
    }

    private final class HeaderActions implements TabHeader.Actions {
        @Override
        public void select(Path file) {
            EditorTabs.this.select(file);
        }

        @Override
        public void close(Path file) {
            EditorTabs.this.close(file);
        }

        @Override
        public void closeOthers(Path file) {
            List.copyOf(openFiles).stream().filter(other -> !other.equals(file)).forEach(EditorTabs.this::close);
        }

        @Override
        public void closeAll() {
            EditorTabs.this.closeAll();
        }
    }
}
