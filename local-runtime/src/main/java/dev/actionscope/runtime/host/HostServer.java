package dev.actionscope.runtime.host;

import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.Engines;
import dev.actionscope.runtime.session.ProjectSession;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/// Answers the workbench: one project at a time. Work is done on virtual threads; the pipe's thread never waits.
final class HostServer implements RuntimeCommands, AutoCloseable {
    private final HostFolders folders;
    private final CompletableFuture<Engines> engines = new CompletableFuture<>();
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("host command ", 0).factory());
    private @Nullable RuntimeEvents events;
    private @Nullable ProjectSession session;

    /// @param engine `interpreter` or `optimising`; it is made in the background
    HostServer(HostFolders folders, String engine) {
        this.folders = folders;
        executor.execute(() -> {
            try {
                Engines opened = Engines.open(engine);
                engines.complete(opened);
                opened.rehearse();
            } catch (UserException | RuntimeException e) {
                engines.completeExceptionally(e);
            }
        });
    }

    void connect(RuntimeEvents remote) {
        events = remote;
        remote.ready();
    }

    private RuntimeEvents events() {
        RuntimeEvents connected = events;
        if (connected == null) {
            throw new IllegalStateException("not connected");
        }
        return connected;
    }

    private <T> CompletableFuture<T> answer(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (UserException e) {
                answer.completeExceptionally(failure(e.line(), e));
            } catch (Exception e) {
                System.getLogger(HostServer.class.getName()).log(System.Logger.Level.ERROR, "internal fault", e);
                answer.completeExceptionally(failure("Internal fault in the runtime host: " + e, e));
            }
        });
        return answer;
    }

    private static ResponseErrorException failure(String line, Exception cause) {
        ResponseErrorException failure =
                new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, line, null));
        failure.initCause(cause);
        return failure;
    }

    private synchronized ProjectSession session() throws UserException {
        if (session == null) {
            throw new UserException("No project is open. Open one first.");
        }
        return session;
    }

    @Override
    public CompletableFuture<ProjectState> openProject(String folder) {
        return answer(() -> {
            synchronized (this) {
                if (session != null) {
                    session.close();
                    session = null;
                }
                session = ProjectSession.open(folder, folders, engines.join(), events());
                return session.state();
            }
        });
    }

    @Override
    public CompletableFuture<ProjectState> trustProject() {
        return answer(() -> session().trust());
    }

    @Override
    public CompletableFuture<ProjectState> installPackages() {
        return answer(() -> session().installPackages());
    }

    @Override
    public void cancelInstall() {
        answer(() -> {
            session().cancelInstall();
            return true;
        });
    }

    @Override
    public CompletableFuture<String> startRun(RunRequest request) {
        return answer(() -> session().startRun(request));
    }

    @Override
    public void stopRun(String runId) {
        answer(() -> {
            session().stopRun(runId);
            return true;
        });
    }

    @Override
    public CompletableFuture<List<RunSummary>> listRuns() {
        return answer(() -> session().listRuns());
    }

    @Override
    public CompletableFuture<RunResult> loadRun(String recording) {
        return answer(() -> session().loadRun(recording));
    }

    @Override
    public CompletableFuture<String> largeValue(LargeValue key) {
        return answer(() -> session().largeValue(key));
    }

    @Override
    public CompletableFuture<List<Finding>> checkProject() {
        return answer(() -> session().check());
    }

    @Override
    public void shutdown() {
        close();
        Runtime.getRuntime().halt(0);
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
        executor.shutdownNow();
        engines.thenAccept(Engines::close);
    }
}
