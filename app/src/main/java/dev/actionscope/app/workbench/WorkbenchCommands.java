package dev.actionscope.app.workbench;

import static dev.actionscope.app.commands.Command.Group.FILE;
import static dev.actionscope.app.commands.Command.Group.GO;
import static dev.actionscope.app.commands.Command.Group.HELP;
import static dev.actionscope.app.commands.Command.Group.RUN;
import static dev.actionscope.app.commands.Command.Group.VIEW;

import dev.actionscope.app.commands.Command;
import dev.actionscope.app.commands.CommandRegistry;
import dev.actionscope.runtime.host.ProjectState.Stage;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;

/// Every command of the workbench, with its key.
final class WorkbenchCommands {
    private WorkbenchCommands() {}

    static CommandRegistry of(WorkbenchModel model, WorkbenchActions act) {
        BooleanBinding hasProject =
                model.when(() -> model.project().rootProperty().get() != null);
        List<Command> all = new ArrayList<>();
        all.addAll(project(model, act, hasProject));
        all.addAll(files(act, hasProject));
        all.addAll(go(act, hasProject));
        all.addAll(views(act, hasProject));
        all.addAll(runs(model, act, hasProject));
        all.add(Command.always("help.keys", HELP, "Keyboard shortcuts", act::showKeys, "F1"));
        all.add(Command.always("help.settings", HELP, "Settings", act::showSettings, "Ctrl+Comma"));
        return new CommandRegistry(all);
    }

    private static List<Command> project(WorkbenchModel model, WorkbenchActions act, BooleanBinding hasProject) {
        return List.of(
                Command.always("project.open", FILE, "Open folder…", act::openFolder, "Ctrl+O"),
                Command.when(
                        "project.sample",
                        FILE,
                        "Open sample project",
                        act.hasSample(),
                        act::openSample,
                        "Ctrl+Shift+O"),
                Command.when("project.close", FILE, "Close project", hasProject, act::closeProject),
                Command.when(
                        "project.trust",
                        FILE,
                        "Trust project and build",
                        model.when(() -> model.isAt(Stage.UNTRUSTED)),
                        model.project()::trust),
                Command.when(
                        "project.readOnly",
                        FILE,
                        "Open read-only",
                        model.when(() -> model.isAt(Stage.UNTRUSTED)),
                        model.project()::openReadOnly),
                Command.when(
                        "project.install",
                        FILE,
                        "Run npm install",
                        model.when(() -> model.isAt(Stage.PACKAGES_MISSING, Stage.READY, Stage.BROKEN)),
                        model.project()::install),
                Command.when(
                        "project.cancelInstall",
                        FILE,
                        "Cancel npm install",
                        model.when(() -> model.isAt(Stage.INSTALLING)),
                        model.project()::cancelInstall));
    }

    private static List<Command> files(WorkbenchActions act, BooleanBinding hasProject) {
        return List.of(
                Command.when("file.save", FILE, "Save", hasProject, act::save, "Ctrl+S"),
                Command.when("file.saveAll", FILE, "Save all", hasProject, act::saveAll, "Ctrl+Shift+S"),
                Command.when("file.close", FILE, "Close tab", hasProject, act::closeTab, "Ctrl+W"),
                Command.when("file.refresh", FILE, "Read folders again", hasProject, act::reloadFiles),
                Command.always("app.quit", FILE, "Quit", act::quit, "Ctrl+Q"));
    }

    private static List<Command> go(WorkbenchActions act, BooleanBinding hasProject) {
        return List.of(
                Command.always(
                        "go.command",
                        GO,
                        "Search commands, files, functions",
                        act::searchCommands,
                        "Ctrl+K",
                        "Ctrl+Shift+P"),
                Command.when("go.file", GO, "Go to file or function…", hasProject, act::searchFiles, "Ctrl+P"),
                Command.when("go.function", GO, "Choose function to run…", hasProject, act::searchFunctions, "Ctrl+E"),
                Command.when("go.source", GO, "Go to source of chosen function", hasProject, act::openChosen, "F12"),
                Command.when("go.editor", GO, "Back to editor", hasProject, act::focusEditor, "Esc"),
                Command.when("go.nextTab", GO, "Next tab", hasProject, act::nextTab, "Ctrl+Tab"),
                Command.when("go.previousTab", GO, "Previous tab", hasProject, act::previousTab, "Ctrl+Shift+Tab"),
                Command.when("go.nextPane", GO, "Next pane", hasProject, act::nextPane, "F6"),
                Command.when("go.previousPane", GO, "Previous pane", hasProject, act::previousPane, "Shift+F6"));
    }

    private static List<Command> views(WorkbenchActions act, BooleanBinding hasProject) {
        return List.of(
                Command.when("view.files", VIEW, "Files", hasProject, act::showFiles, "Ctrl+Shift+E"),
                Command.when("view.functions", VIEW, "Functions", hasProject, act::showFunctions, "Ctrl+Shift+U"),
                Command.when("view.arguments", VIEW, "Arguments", hasProject, act::showArguments, "Ctrl+Shift+A"),
                Command.when("view.calls", VIEW, "Calls", hasProject, () -> act.showBottom("calls"), "Ctrl+Shift+C"),
                Command.when(
                        "view.console", VIEW, "Console", hasProject, () -> act.showBottom("console"), "Ctrl+Shift+Y"),
                Command.when(
                        "view.findings",
                        VIEW,
                        "Findings",
                        hasProject,
                        () -> act.showBottom("findings"),
                        "Ctrl+Shift+F"),
                Command.when(
                        "view.problems",
                        VIEW,
                        "Problems",
                        hasProject,
                        () -> act.showBottom("problems"),
                        "Ctrl+Shift+M"),
                Command.when("view.result", VIEW, "Result", hasProject, () -> act.showBottom("result"), "Ctrl+Shift+R"),
                Command.when("view.runs", VIEW, "Runs", hasProject, () -> act.showBottom("runs"), "Ctrl+Shift+H"),
                Command.when("view.left", VIEW, "Show or hide side bar", hasProject, act::toggleLeft, "Ctrl+B"),
                Command.when("view.bottom", VIEW, "Show or hide bottom panel", hasProject, act::toggleBottom, "Ctrl+J"),
                Command.when("view.right", VIEW, "Show or hide run panel", hasProject, act::toggleRight, "Ctrl+Alt+B"),
                Command.always("view.theme", VIEW, "Switch dark and light theme", act::switchTheme, "Ctrl+Alt+T"));
    }

    private static List<Command> runs(WorkbenchModel model, WorkbenchActions act, BooleanBinding hasProject) {
        return List.of(
                Command.when("run.start", RUN, "Run function", model.when(model::canRun), act::run, "F5", "Ctrl+Enter"),
                Command.when("run.stop", RUN, "Stop", model.when(model::canStop), model.run()::stop, "Shift+F5"),
                Command.always(
                        "run.engine", RUN, "Switch interpreter and optimising engine", act::switchEngine, "Ctrl+Alt+E"),
                Command.when("run.refresh", RUN, "Read list of runs again", hasProject, model.run()::refresh),
                Command.always("run.restart", RUN, "Restart runtime", model.host()::start));
    }
}
