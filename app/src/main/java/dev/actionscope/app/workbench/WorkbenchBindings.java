package dev.actionscope.app.workbench;

import dev.actionscope.app.arguments.ArgumentsViewModel;
import dev.actionscope.app.run.RunListener;
import dev.actionscope.app.run.RunState;
import dev.actionscope.app.workbench.WorkbenchView.Pane;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.trace.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the views as the model is. Views never write each other.
final class WorkbenchBindings {
    private final WorkbenchModel model;
    private final WorkbenchParts parts;
    private ProjectState.@Nullable Stage stageBefore;

    private WorkbenchBindings(WorkbenchModel model, WorkbenchParts parts) {
        this.model = model;
        this.parts = parts;
    }

    static void bind(WorkbenchModel model, WorkbenchParts parts) {
        WorkbenchBindings bindings = new WorkbenchBindings(model, parts);
        model.project().rootProperty().addListener((o, before, now) -> bindings.showProject());
        model.project().stateProperty().addListener((o, before, now) -> bindings.showProject());
        model.desk().chosenProperty().addListener((o, before, now) -> bindings.showFunction(now));
        model.run().stateProperty().addListener((o, before, now) -> bindings.showRun(now));
        model.host()
                .stateProperty()
                .addListener((o, before, now) -> parts.status().showHost(now));
        model.preferences().settingsProperty().addListener((o, before, now) -> bindings.showSettings());
        model.run().addListener(bindings.new Following());
        parts.editor().onSelected(file -> parts.files().reveal(file));
        bindings.showProject();
        bindings.showFunction(null);
        bindings.showRun(model.run().stateProperty().get());
        bindings.showSettings();
        parts.status().showHost(model.host().stateProperty().get());
    }

    private void showProject() {
        Path root = model.project().rootProperty().get();
        ProjectState state = model.project().stateProperty().get();
        boolean isReadOnly = model.project().isReadOnly();
        parts.start().setVisible(root == null);
        parts.view().setVisible(root != null);
        Path name = root == null ? null : root.getFileName();
        parts.top().showProject(state != null ? state.name() : name == null ? "" : name.toString());
        parts.status().showProject(state);
        parts.files().show(root, state == null ? "" : state.functionsFolder());
        parts.functions().show(state == null ? List.of() : state.functions());
        parts.gate().show(root, state, isReadOnly);
        parts.banner().show(state, isReadOnly);
        parts.problems().show(state == null ? List.of() : state.problems());
        parts.inspector().showProblemCount(state == null ? 0 : state.problems().size());
        parts.editor().showProblems(state == null ? List.of() : state.problems());
        parts.editor().checkFiles();
        if (root == null) {
            parts.start().show(model.preferences().settings().recentProjects());
        }
        showNewProblems(state);
    }

    /// A build that broke brings its problems to the front, once.
    private void showNewProblems(@Nullable ProjectState state) {
        ProjectState.Stage stage = state == null ? null : state.stage();
        if (stage == ProjectState.Stage.BROKEN && stageBefore != stage) {
            parts.view().setOpen(Pane.BOTTOM, true);
            parts.inspector().select("problems");
        }
        stageBefore = stage;
    }

    private void showFunction(@Nullable FunctionInfo function) {
        ArgumentsViewModel arguments = function == null ? null : model.desk().arguments(function);
        parts.runPanel().show(function, arguments);
        parts.top().showFunction(function);
        parts.functions().showChosen(function);
        boolean isFirstFile = parts.editor().openFiles().isEmpty()
                && model.preferences().memory().openFiles().isEmpty();
        if (isFirstFile && function != null && function.position() != null) {
            parts.editor().go(function.position(), false);
        }
    }

    private void showRun(RunState state) {
        parts.runPanel().showRun(state);
        parts.top().showRun(state);
        parts.status().showRun(state);
    }

    private void showSettings() {
        boolean isDark = model.preferences().settings().theme().equals("dark");
        parts.top().showTheme(isDark);
        parts.top().showEngine(model.preferences().settings().engine());
        parts.status().showTheme(isDark);
        List<String> hidden = model.preferences().settings().hidden();
        parts.rail().mark("view.files", !hidden.contains("left"));
        parts.rail().mark("view.arguments", !hidden.contains("right"));
        parts.rail().mark("view.calls", !hidden.contains("bottom"));
        if (model.project().rootProperty().get() == null) {
            parts.start().show(model.preferences().settings().recentProjects());
        }
    }

    /// Brings what a run does to the inspector, and its findings to the editor.
    private final class Following implements RunListener {
        @Override
        public void begun(String runId, String function) {
            parts.view().setOpen(Pane.BOTTOM, true);
            parts.editor().showFindings(List.of());
            parts.inspector().begun(runId, function);
        }

        @Override
        public void progressed(RunProgress progress) {
            parts.inspector().progressed(progress);
        }

        @Override
        public void ended(String runId, RunResult result) {
            parts.inspector().ended(runId, result);
            parts.editor().showFindings(result.findings());
        }

        @Override
        public void lost(String function, String reason) {
            parts.inspector().lost(function, reason);
        }

        @Override
        public void shown(RunResult result) {
            parts.view().setOpen(Pane.BOTTOM, true);
            parts.inspector().shown(result);
            parts.editor().showFindings(result.findings());
        }

        @Override
        public void cleared() {
            parts.inspector().cleared();
            parts.editor().showFindings(List.of());
        }
    }
}
