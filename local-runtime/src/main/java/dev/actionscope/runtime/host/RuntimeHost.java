package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A runtime host in a process of its own. Code in it that cannot be stopped costs the process its life, which is told
/// like any other death; a run that asks for another engine gets a new process with the same project, which is not.
/// Thread-safe.
public final class RuntimeHost implements RuntimeCommands, AutoCloseable {
    /// How long a run may take to stop before its process is ended.
    private static final long STOP_MILLIS = 700;

    private final HostLaunch launch;
    private final RunningRuns runs;
    private final Consumer<String> died;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("runtime host timer").factory());
    private @Nullable HostProcess process;
    private @Nullable String folder;
    private String engine = "interpreter";
    private boolean closed;

    private RuntimeHost(HostLaunch launch, RuntimeEvents events, Consumer<String> died) {
        this.launch = launch;
        this.runs = new RunningRuns(events);
        this.died = died;
    }

    /// Starts a host; `ready` is heard when it is up.
    ///
    /// @param events heard on the host's reader thread
    /// @param died called once when the process ends without having been asked to: one line, why
    /// @throws IOException with one line for the user when the process cannot be started
    public static RuntimeHost start(HostLaunch launch, RuntimeEvents events, Consumer<String> died) throws IOException {
        RuntimeHost host = new RuntimeHost(launch, events, died);
        host.spawn();
        return host;
    }

    private synchronized HostProcess spawn() throws IOException {
        HostProcess spawned = HostProcess.start(launch.command(engine), runs, this::ended);
        process = spawned;
        return spawned;
    }

    private void ended(HostProcess dead, String reason) {
        synchronized (this) {
            if (closed || process != dead) {
                return;
            }
            process = null;
        }
        died.accept(reason);
    }

    private synchronized <T> CompletableFuture<T> ask(Function<RuntimeCommands, CompletableFuture<T>> request) {
        HostProcess current = process;
        if (current == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("The runtime host has ended. Restart it and try again."));
        }
        return request.apply(current.commands());
    }

    @Override
    public CompletableFuture<ProjectState> openProject(String projectFolder) {
        synchronized (this) {
            folder = projectFolder;
        }
        return ask(host -> host.openProject(projectFolder));
    }

    @Override
    public CompletableFuture<ProjectState> trustProject() {
        return ask(RuntimeCommands::trustProject);
    }

    @Override
    public CompletableFuture<ProjectState> installPackages() {
        return ask(RuntimeCommands::installPackages);
    }

    @Override
    public synchronized void cancelInstall() {
        if (process != null) {
            process.commands().cancelInstall();
        }
    }

    @Override
    public CompletableFuture<String> startRun(RunRequest request) {
        return switchEngine(request.engine()).thenCompose(_ -> ask(host -> host.startRun(request)));
    }

    /// The optimising engine needs a JVM of its own kind: asking for another engine than the host's replaces the host.
    private CompletableFuture<Void> switchEngine(String wanted) {
        HostProcess old;
        String reopen;
        synchronized (this) {
            if (wanted.equals(engine)) {
                return CompletableFuture.completedFuture(null);
            }
            if (wanted.equals("optimising") && launch.compilerFolder() == null) {
                return CompletableFuture.failedFuture(new IllegalStateException(
                        "The optimising engine is not installed here: start Actionscope with its own launcher."));
            }
            engine = wanted;
            old = process;
            process = null;
            reopen = folder;
        }
        if (old != null) {
            old.close();
        }
        try {
            HostProcess spawned = spawn();
            return reopen == null
                    ? CompletableFuture.completedFuture(null)
                    : spawned.commands().openProject(reopen).thenAccept(runs::projectChanged);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void stopRun(String runId) {
        HostProcess current;
        synchronized (this) {
            current = process;
        }
        if (current == null) {
            return;
        }
        current.commands().stopRun(runId);
        timer.schedule(
                () -> {
                    if (!runs.hasEnded(runId)) {
                        current.kill("user code could not be stopped, so its process was ended");
                    }
                },
                STOP_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletableFuture<List<RunSummary>> listRuns() {
        return ask(RuntimeCommands::listRuns);
    }

    @Override
    public CompletableFuture<RunResult> loadRun(String recording) {
        return ask(host -> host.loadRun(recording));
    }

    @Override
    public CompletableFuture<String> largeValue(LargeValue key) {
        return ask(host -> host.largeValue(key));
    }

    @Override
    public CompletableFuture<List<Finding>> checkProject() {
        return ask(RuntimeCommands::checkProject);
    }

    @Override
    public void shutdown() {
        close();
    }

    @Override
    public void close() {
        HostProcess last;
        synchronized (this) {
            closed = true;
            last = process;
            process = null;
        }
        timer.shutdownNow();
        if (last != null) {
            last.close();
        }
    }
}
