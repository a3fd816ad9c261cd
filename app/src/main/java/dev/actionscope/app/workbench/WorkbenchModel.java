package dev.actionscope.app.workbench;

import dev.actionscope.app.host.FxQueue;
import dev.actionscope.app.host.HostListener;
import dev.actionscope.app.host.HostSession;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.app.project.ProjectExamples;
import dev.actionscope.app.project.ProjectSession;
import dev.actionscope.app.run.RunDesk;
import dev.actionscope.app.run.RunSession;
import dev.actionscope.app.run.RunState;
import dev.actionscope.app.settings.Preferences;
import dev.actionscope.app.settings.ProjectMemory;
import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;

/// What the workbench is about, without anything to see: the host, the project, the run, what is remembered.
///
/// FX thread only; owns the host.
final class WorkbenchModel implements AutoCloseable {
    private final FxQueue fx = new FxQueue();
    private final Executor background;
    private final Consumer<Notice> notices;
    private final Preferences preferences;
    private final HostSession host;
    private final ProjectSession project;
    private final RunSession run;
    private final RunDesk desk;

    WorkbenchModel(WorkbenchServices services, Consumer<Notice> notices) {
        this.background = services.background();
        this.notices = notices;
        preferences = new Preferences(services.store(), services.settings(), background, fx);
        host = new HostSession(services.hosts(), fx, background, new FromHost());
        project = new ProjectSession(host, notices);
        run = new RunSession(host, System::nanoTime, notices);
        desk = new RunDesk(preferences, run, background, fx, notices);
        project.stateProperty().addListener((o, before, now) -> {
            if (now != null) {
                desk.show(now.functions());
            }
        });
    }

    Preferences preferences() {
        return preferences;
    }

    HostSession host() {
        return host;
    }

    ProjectSession project() {
        return project;
    }

    RunSession run() {
        return run;
    }

    RunDesk desk() {
        return desk;
    }

    FxQueue fx() {
        return fx;
    }

    Executor background() {
        return background;
    }

    /// Opens a project; `ready` runs once what is remembered of it is known, before a function is chosen.
    void open(Path folder, Runnable ready) {
        Path root = folder.toAbsolutePath().normalize();
        close(false);
        preferences.change(settings -> settings.withRecent(root.toString()));
        project.open(root);
        preferences.openProject(
                root,
                () -> background.execute(() -> {
                    ProjectExamples examples = ProjectExamples.read(root);
                    fx.execute(() -> {
                        if (root.equals(project.rootProperty().get())) {
                            begin(root, examples, ready);
                        }
                    });
                }));
    }

    /// Closes the project.
    void closeProject() {
        close(true);
    }

    private void close(boolean forGood) {
        desk.close();
        run.stop();
        run.clear();
        preferences.closeProject();
        if (forGood) {
            project.close();
        }
    }

    private void begin(Path root, ProjectExamples examples, Runnable ready) {
        if (preferences.memory().equals(ProjectMemory.EMPTY)
                && !examples.stubsFile().isEmpty()) {
            ProjectMemory.Options plain = ProjectMemory.Options.DEFAULT;
            preferences.changeProject(memory -> memory.withOptions(new ProjectMemory.Options(
                    plain.identity(), plain.environment(), examples.stubsFile(), plain.limits(), plain.record())));
        }
        ready.run();
        desk.open(root, examples.arguments());
        ProjectState state = project.stateProperty().get();
        if (state != null) {
            desk.show(state.functions());
            refreshRuns(state);
        }
    }

    /// Holds while the project's state fits.
    BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(
                condition::getAsBoolean,
                project.rootProperty(),
                project.stateProperty(),
                run.stateProperty(),
                desk.chosenProperty(),
                host.stateProperty());
    }

    /// Tells the user something.
    void say(Notice notice) {
        notices.accept(notice);
    }

    boolean isAt(ProjectState.Stage... stages) {
        ProjectState state = project.stateProperty().get();
        return state != null && List.of(stages).contains(state.stage());
    }

    boolean canRun() {
        ProjectState state = project.stateProperty().get();
        return state != null
                && state.stage() == ProjectState.Stage.READY
                && desk.chosenProperty().get() != null
                && !run.stateProperty().get().isBusy();
    }

    boolean canStop() {
        return run.stateProperty().get() instanceof RunState.Running running && !running.isStopping();
    }

    /// Remembers everything and ends the host.
    @Override
    public void close() {
        desk.remember();
        host.close();
        preferences.close();
    }

    private void refreshRuns(ProjectState state) {
        if (state.stage() == ProjectState.Stage.READY) {
            run.refresh();
        }
    }

    private final class FromHost implements HostListener {
        @Override
        public void ready() {
            project.hostReady();
        }

        @Override
        public void projectChanged(ProjectState state) {
            @Nullable ProjectState before = project.stateProperty().get();
            project.changed(state);
            if (before == null || before.stage() != state.stage()) {
                refreshRuns(state);
            }
        }

        @Override
        public void installProgress(InstallProgress progress) {
            project.installed(progress);
        }

        @Override
        public void runProgress(RunProgress progress) {
            run.progressed(progress);
        }

        @Override
        public void runEnded(RunEnded ended) {
            run.ended(ended);
        }

        @Override
        public void hostDied(String reason, boolean isReplaced) {
            String function = run.stateProperty().get().isBusy()
                    ? run.stateProperty().get().function()
                    : "";
            project.hostDied();
            run.hostDied(reason);
            String lost = function.isEmpty() ? "" : " " + function + " was canceled; what it recorded is kept.";
            notices.accept(
                    isReplaced
                            ? Notice.warning("The runtime ended: " + reason + lost + " A new one is starting.")
                            : Notice.error("The runtime does not start: " + reason + lost)
                                    .with("Try again", host::start));
        }
    }
}
