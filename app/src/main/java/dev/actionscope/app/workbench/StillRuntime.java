package dev.actionscope.app.workbench;

import dev.actionscope.app.host.RuntimeHosts;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.host.RuntimeCommands;
import dev.actionscope.runtime.host.RuntimeEvents;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A runtime host for a picture: it knows one project and the run that has been made of it, and runs nothing.
final class StillRuntime implements RuntimeHosts, RuntimeCommands {
    private final ProjectState state;
    private final @Nullable RunResult result;

    StillRuntime(ProjectState state, @Nullable RunResult result) {
        this.state = state;
        this.result = result;
    }

    @Override
    public RuntimeCommands start(RuntimeEvents events, Consumer<String> died) {
        events.ready();
        return this;
    }

    @Override
    public CompletableFuture<ProjectState> openProject(String folder) {
        return CompletableFuture.completedFuture(state);
    }

    @Override
    public CompletableFuture<ProjectState> trustProject() {
        return CompletableFuture.completedFuture(state);
    }

    @Override
    public CompletableFuture<ProjectState> installPackages() {
        return CompletableFuture.completedFuture(state);
    }

    @Override
    public void cancelInstall() {
        // Nothing is being installed.
    }

    @Override
    public CompletableFuture<String> startRun(RunRequest request) {
        return CompletableFuture.failedFuture(new IllegalStateException("a picture runs nothing"));
    }

    @Override
    public void stopRun(String runId) {
        // Nothing is running.
    }

    @Override
    public CompletableFuture<List<RunSummary>> listRuns() {
        if (result == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        return CompletableFuture.completedFuture(List.of(new RunSummary(
                "1",
                result.function(),
                result.status(),
                System.currentTimeMillis(),
                result.durationNanos(),
                result.spans().size(),
                result.findings().size(),
                result.recording())));
    }

    @Override
    public CompletableFuture<RunResult> loadRun(String recording) {
        return result == null
                ? CompletableFuture.failedFuture(new IllegalStateException("there is no run"))
                : CompletableFuture.completedFuture(result);
    }

    @Override
    public CompletableFuture<String> largeValue(LargeValue key) {
        return CompletableFuture.failedFuture(new IllegalStateException("a picture holds no large values"));
    }

    @Override
    public CompletableFuture<List<Finding>> checkProject() {
        return CompletableFuture.completedFuture(result == null ? List.of() : result.findings());
    }

    @Override
    public void shutdown() {
        // Nothing was started.
    }
}
