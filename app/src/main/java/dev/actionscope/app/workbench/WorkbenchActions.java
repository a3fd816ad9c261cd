package dev.actionscope.app.workbench;

import dev.actionscope.app.overlay.Dialogs;
import dev.actionscope.app.overlay.KeySheet;
import dev.actionscope.app.workbench.WorkbenchView.Pane;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// What the commands do.
///
/// FX thread only.
final class WorkbenchActions {
    private final WorkbenchServices services;
    private final WorkbenchModel model;
    private final Supplier<WorkbenchParts> parts;
    private final Supplier<Search> search;
    private final Runnable quit;

    /// @param parts the views; asked only once a command is given
    /// @param quit closes the window
    WorkbenchActions(
            WorkbenchServices services,
            WorkbenchModel model,
            Supplier<WorkbenchParts> parts,
            Supplier<Search> search,
            Runnable quit) {
        this.services = services;
        this.model = model;
        this.parts = parts;
        this.search = search;
        this.quit = quit;
    }

    ObservableBooleanValue hasSample() {
        return Bindings.createBooleanBinding(() -> services.sampleProject() != null);
    }

    // Projects

    void openFolder() {
        Path start = model.project().rootProperty().get();
        Path chosen = services.choosers().folder(scene().getWindow(), "Open a Convex project", start);
        if (chosen != null) {
            open(chosen);
        }
    }

    void openSample() {
        Path sample = services.sampleProject();
        if (sample != null) {
            open(sample);
        }
    }

    void open(Path folder) {
        unlessUnsaved("Open " + folder.getFileName(), () -> {
            rememberTabs();
            parts.get().editor().closeAll();
            model.open(folder, () -> {
                Path root = model.project().rootProperty().get();
                if (root != null) {
                    parts.get().editor().openProject(root, model.preferences().memory());
                    parts.get().runPanel().show(model.preferences().memory().options());
                }
            });
        });
    }

    void closeProject() {
        unlessUnsaved("Close the project", () -> {
            rememberTabs();
            parts.get().editor().closeAll();
            model.closeProject();
        });
    }

    void rememberTabs() {
        EditorPane editor = parts.get().editor();
        model.preferences().changeProject(memory -> memory.withFiles(editor.openFiles(), editor.activeFile()));
    }

    /// Does something after the user has saved, or given up, what is not saved yet.
    void unlessUnsaved(String what, Runnable action) {
        EditorPane editor = parts.get().editor();
        List<String> unsaved = editor.unsaved();
        if (unsaved.isEmpty()) {
            action.run();
            return;
        }
        Dialogs.ask(
                parts.get().overlay(),
                unsaved.size() == 1 ? unsaved.getFirst() + " is not saved" : unsaved.size() + " files are not saved",
                what + ": save the changes first? " + String.join(", ", unsaved),
                List.of(
                        new Dialogs.Answer("Save all", () -> editor.saveAll(action)),
                        new Dialogs.Answer("Do not save", action)));
    }

    // Files and tabs

    void openFile(Path file) {
        parts.get().editor().open(file);
    }

    void openSource(SourcePosition position) {
        parts.get().editor().go(position, true);
    }

    void revealSource(SourcePosition position) {
        parts.get().editor().go(position, false);
    }

    void openFunction(FunctionInfo function) {
        SourcePosition position = function.position();
        if (position != null) {
            openSource(position);
        } else {
            parts.get().status().say("Where " + function.path() + " stands in the source is not known.");
        }
    }

    void openChosen() {
        FunctionInfo chosen = model.desk().chosenProperty().get();
        if (chosen != null) {
            openFunction(chosen);
        }
    }

    void save() {
        parts.get().editor().save();
    }

    void saveAll() {
        parts.get().editor().saveAll(() -> {});
    }

    void closeTab() {
        parts.get().editor().closeTab();
    }

    void nextTab() {
        parts.get().editor().nextTab();
    }

    void previousTab() {
        parts.get().editor().previousTab();
    }

    void focusEditor() {
        parts.get().editor().focus();
    }

    void reloadFiles() {
        parts.get().files().reload();
    }

    void quit() {
        quit.run();
    }

    // Palette

    void searchCommands() {
        search.get().everything();
    }

    void searchFiles() {
        search.get().filesAndFunctions();
    }

    void searchFunctions() {
        search.get().functionsToRun();
    }

    void choose(FunctionInfo function) {
        model.desk().choose(function);
        parts.get().view().setOpen(Pane.RIGHT, true);
        parts.get().runPanel().focusArguments();
    }

    // Views

    void showFiles() {
        parts.get().view().setOpen(Pane.LEFT, true);
        parts.get().files().requestFocus();
    }

    void showFunctions() {
        parts.get().view().setOpen(Pane.LEFT, true);
        parts.get().functions().filter().requestFocus();
    }

    void showArguments() {
        parts.get().view().setOpen(Pane.RIGHT, true);
        parts.get().runPanel().focusArguments();
    }

    /// @param tab `calls`, `console`, `findings`, `problems` or `runs`
    void showBottom(String tab) {
        parts.get().view().setOpen(Pane.BOTTOM, true);
        parts.get().inspector().select(tab);
    }

    void toggleLeft() {
        toggle(Pane.LEFT);
    }

    void toggleRight() {
        toggle(Pane.RIGHT);
    }

    void toggleBottom() {
        toggle(Pane.BOTTOM);
    }

    private void toggle(Pane pane) {
        WorkbenchView view = parts.get().view();
        view.setOpen(pane, !view.isOpen(pane));
    }

    void switchTheme() {
        model.preferences()
                .change(settings -> settings.withTheme(settings.theme().equals("dark") ? "light" : "dark"));
    }

    void nextPane() {
        movePane(1);
    }

    void previousPane() {
        movePane(-1);
    }

    private void movePane(int by) {
        List<Node> panes = parts.get().view().panes();
        Node owner = scene().getFocusOwner();
        int at = 0;
        for (int i = 0; i < panes.size(); i++) {
            if (isInside(owner, panes.get(i))) {
                at = i + by;
            }
        }
        Node next = panes.get(Math.floorMod(at, panes.size()));
        focusFirst(next);
    }

    private void focusFirst(Node pane) {
        WorkbenchParts all = parts.get();
        if (isInside(all.editor().view(), pane)) {
            all.editor().focus();
        } else if (isInside(all.runPanel(), pane)) {
            all.runPanel().focusArguments();
        } else if (isInside(all.files(), pane)) {
            all.files().requestFocus();
        } else if (isInside(all.functions(), pane)) {
            all.functions().focusList();
        } else {
            all.inspector().focus();
        }
    }

    private static boolean isInside(@Nullable Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    // Runs

    void run() {
        model.desk().run(parts.get().runPanel()::showErrors);
    }

    void switchEngine() {
        model.preferences()
                .change(settings ->
                        settings.withEngine(settings.engine().equals("optimising") ? "interpreter" : "optimising"));
    }

    // Help

    void showKeys() {
        KeySheet.show(parts.get().overlay(), search.get().commands());
    }

    void showSettings() {
        SettingsSheet.show(parts.get().overlay(), model.preferences(), services.configFolder());
    }

    private Scene scene() {
        return parts.get().overlay().getScene();
    }
}
