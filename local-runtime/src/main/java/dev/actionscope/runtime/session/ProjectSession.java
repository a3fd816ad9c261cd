package dev.actionscope.runtime.session;

import dev.actionscope.runtime.findings.source.SourceCheck;
import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.host.RuntimeCommands.LargeValue;
import dev.actionscope.runtime.host.RuntimeEvents;
import dev.actionscope.runtime.project.InstallOutcome;
import dev.actionscope.runtime.project.NpmInstall;
import dev.actionscope.runtime.project.PackageState;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectEnvironment;
import dev.actionscope.runtime.project.ProjectException;
import dev.actionscope.runtime.project.ProjectWatcher;
import dev.actionscope.runtime.project.TrustStore;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One open project in the runtime host: asks for trust, sees to its packages, builds it at every save, and runs its
/// functions. Every change of its state is told to the workbench. Thread-safe; building happens on a thread of its own.
public final class ProjectSession implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(120);

    private final Project project;
    private final HostFolders folders;
    private final TrustStore trust;
    private final Engines engines;
    private final RuntimeEvents events;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("project builder").factory());
    private final ProjectRuns runs;
    private volatile ProjectState state;
    private @Nullable ProjectCode code;
    private @Nullable ProjectWatcher watcher;
    private @Nullable NpmInstall install;
    private boolean closed;

    private ProjectSession(Project project, HostFolders folders, Engines engines, RuntimeEvents events) {
        this.project = project;
        this.folders = folders;
        this.trust = TrustStore.in(folders.config());
        this.engines = engines;
        this.events = events;
        this.runs = new ProjectRuns(project, folders, engines, events);
        this.state = blank(Stage.UNTRUSTED, "");
    }

    /// Opens a project.
    ///
    /// @throws UserException with one line when the folder holds none
    public static ProjectSession open(String folder, HostFolders folders, Engines engines, RuntimeEvents events)
            throws UserException {
        try {
            ProjectSession session = new ProjectSession(Project.find(Path.of(folder)), folders, engines, events);
            session.advance();
            return session;
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /// How far the project is.
    public ProjectState state() {
        return state;
    }

    private ProjectState blank(Stage stage, String message) {
        return new ProjectState(
                project.root().toString(),
                project.name(),
                stage,
                project.functionsFolder(),
                List.of(),
                List.of(),
                message,
                false,
                0);
    }

    private void change(ProjectState next) {
        state = next;
        events.projectChanged(next);
    }

    /// Takes the next step that needs nobody's consent.
    private synchronized void advance() throws ProjectException {
        if (!trust.isTrusted(project.root())) {
            change(blank(
                    Stage.UNTRUSTED,
                    "Actionscope runs this project's code to list and run its functions. Trust it to go on."));
            return;
        }
        watch();
        if (PackageState.of(project) instanceof PackageState.Missing missing) {
            change(blank(Stage.PACKAGES_MISSING, missing.message()));
            return;
        }
        change(blank(Stage.BUILDING, "Building " + project.name() + "…"));
        builder.execute(this::build);
    }

    private void watch() {
        if (watcher != null) {
            return;
        }
        try {
            watcher = ProjectWatcher.open(project, QUIET, this::filesChanged);
        } catch (ProjectException e) {
            System.getLogger(ProjectSession.class.getName())
                    .log(System.Logger.Level.WARNING, "saves are not noticed: " + e.getMessage());
        }
    }

    private void filesChanged(Set<Path> files) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        builder.execute(this::build);
    }

    private void build() {
        ProjectCode current = code();
        if (current == null) {
            return;
        }
        ProjectCode.Result result;
        try {
            result = current.build(ProjectEnvironment.read(project, List.of(), Map.of()));
        } catch (ProjectException e) {
            change(blank(Stage.BROKEN, String.valueOf(e.getMessage())));
            return;
        }
        BuiltProject built = result.built();
        if (built != null) {
            String wrong = runs.deploy(built);
            change(new ProjectState(
                    project.root().toString(),
                    project.name(),
                    Stage.READY,
                    project.functionsFolder(),
                    built.analysis().functions(),
                    result.problems(),
                    wrong,
                    false,
                    result.millis()));
            return;
        }
        ProjectState last = state;
        boolean hasLast = runs.isDeployed();
        change(new ProjectState(
                project.root().toString(),
                project.name(),
                hasLast ? Stage.READY : Stage.BROKEN,
                project.functionsFolder(),
                hasLast ? last.functions() : List.of(),
                result.problems(),
                hasLast ? "The newest build failed; the last good one is still in use." : "The project does not build.",
                hasLast,
                result.millis()));
    }

    private synchronized @Nullable ProjectCode code() {
        if (closed) {
            return null;
        }
        if (code == null) {
            code = new ProjectCode(project, engines.isolates(), engines.node());
        }
        return code;
    }

    /// The user trusts the project.
    public ProjectState trust() throws UserException {
        try {
            trust.trust(project.root());
            advance();
            return state;
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Runs the project's package manager; returns when it is done.
    public ProjectState installPackages() throws UserException {
        NpmInstall started;
        synchronized (this) {
            change(blank(Stage.INSTALLING, "Installing the packages of " + project.name() + "…"));
            started = NpmInstall.start(project, Map.of(), line -> events.installProgress(new InstallProgress(line)));
            install = started;
        }
        InstallOutcome outcome = started.outcome().join();
        try {
            switch (outcome) {
                case InstallOutcome.Installed _ -> advance();
                case InstallOutcome.Failed(String message) -> change(blank(Stage.PACKAGES_MISSING, message));
                case InstallOutcome.Canceled _ ->
                    change(blank(Stage.PACKAGES_MISSING, "The installation was canceled. Install to go on."));
            }
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
        return state;
    }

    /// Ends an installation that is going on.
    public synchronized void cancelInstall() {
        if (install != null) {
            install.cancel();
        }
    }

    /// Starts a run and tells its id; waits for a first build that is going on.
    public String startRun(RunRequest request) throws UserException {
        if (!runs.isDeployed() && state.stage() == Stage.BUILDING) {
            CompletableFuture.runAsync(() -> {}, builder).join();
        }
        return runs.start(request);
    }

    /// Stops a run.
    public void stopRun(String runId) {
        runs.stop(runId);
    }

    /// The recorded runs, newest first.
    public List<RunSummary> listRuns() throws UserException {
        return runs.list();
    }

    /// Reads a recorded run.
    public RunResult loadRun(String recording) throws UserException {
        return runs.load(recording);
    }

    /// A value too large to have been sent with its span.
    public String largeValue(LargeValue key) throws UserException {
        return runs.largeValue(key);
    }

    /// Findings from the source alone.
    public List<Finding> check() throws UserException {
        try {
            return new SourceCheck().check(project.root(), project.functionsFolder());
        } catch (IOException e) {
            throw new UserException("The project's files cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (install != null) {
                install.close();
            }
            if (watcher != null) {
                watcher.close();
            }
        }
        builder.shutdownNow();
        runs.close();
        synchronized (this) {
            if (code != null) {
                code.close();
            }
        }
    }
}
