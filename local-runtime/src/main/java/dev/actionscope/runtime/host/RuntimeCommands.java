package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/// What the workbench asks of the runtime host. A request that cannot be met fails with one line for the user.
public interface RuntimeCommands {
    /// Opens a project, closing the one that was open. Nothing of it runs before it is trusted.
    @JsonRequest
    CompletableFuture<ProjectState> openProject(String folder);

    /// The user trusts the open project: remembered for its folder; building begins.
    @JsonRequest
    CompletableFuture<ProjectState> trustProject();

    /// Runs `npm install` in the open project; progress comes as events, the state when it is over.
    @JsonRequest
    CompletableFuture<ProjectState> installPackages();

    /// Ends an `npm install` that is going on.
    @JsonNotification
    void cancelInstall();

    /// Starts a run; answers its id at once.
    @JsonRequest
    CompletableFuture<String> startRun(RunRequest request);

    /// Stops a run; its `runEnded` follows.
    @JsonNotification
    void stopRun(String runId);

    /// The project's recorded runs, newest first.
    @JsonRequest
    CompletableFuture<List<RunSummary>> listRuns();

    /// Reads a recorded run.
    @JsonRequest
    CompletableFuture<RunResult> loadRun(String recording);

    /// A value of a span that was too large to be sent with it: JSON text.
    ///
    /// @param key `spanId/attribute` in that recording
    @JsonRequest
    CompletableFuture<String> largeValue(LargeValue key);

    /// Findings from the source alone.
    @JsonRequest
    CompletableFuture<List<Finding>> checkProject();

    /// Ends the host.
    @JsonNotification
    void shutdown();

    /// Which large value.
    record LargeValue(String recording, long spanId, String attribute) {}
}
