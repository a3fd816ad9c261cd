package dev.actionscope.app.workbench;

import dev.actionscope.app.host.RuntimeHosts;
import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.host.RuntimeCommands;
import dev.actionscope.runtime.host.RuntimeEvents;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A runtime host that answers as a real one does, on a thread of its own, with what a test has prepared.
final class FakeRuntime implements RuntimeHosts, RuntimeCommands {
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("fake-host-reader").daemon().factory());
    private final SampleProject project;
    private final List<RunRequest> requests = new CopyOnWriteArrayList<>();
    private final List<RunSummary> runs = new CopyOnWriteArrayList<>();
    private volatile List<Consumer<String>> deaths = List.of();
    private volatile RuntimeEvents events = new NoEvents();
    private volatile Supplier<RunResult> nextResult;
    private volatile boolean holdsRuns;
    private volatile Stage opensAt = Stage.UNTRUSTED;
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger shutdowns = new AtomicInteger();
    private final AtomicInteger runsStarted = new AtomicInteger();

    FakeRuntime(SampleProject project) {
        this.project = project;
        this.nextResult = () -> unchecked(() -> SampleRun.of(project));
    }

    // What a test prepares and asks

    FakeRuntime openingAt(Stage stage) {
        opensAt = stage;
        return this;
    }

    void nextRun(RunResult result) {
        nextResult = () -> result;
    }

    void holdRuns() {
        holdsRuns = true;
    }

    List<RunRequest> requests() {
        return requests;
    }

    int starts() {
        return starts.get();
    }

    int shutdowns() {
        return shutdowns.get();
    }

    void say(ProjectState state) {
        reader.execute(() -> events.projectChanged(state));
    }

    void sayInstalled(String line) {
        reader.execute(() -> events.installProgress(new InstallProgress(line)));
    }

    void die(String reason) {
        List<Consumer<String>> told = deaths;
        reader.execute(() -> told.getLast().accept(reason));
    }

    // RuntimeHosts

    @Override
    public RuntimeCommands start(RuntimeEvents listener, Consumer<String> died) {
        List<Consumer<String>> known = new ArrayList<>(deaths);
        known.add(died);
        deaths = known;
        events = listener;
        starts.incrementAndGet();
        reader.execute(listener::ready);
        return this;
    }

    // RuntimeCommands

    @Override
    public CompletableFuture<ProjectState> openProject(String folder) {
        return answer(() -> project.at(opensAt, message(opensAt)));
    }

    @Override
    public CompletableFuture<ProjectState> trustProject() {
        return answer(() -> {
            opensAt = Stage.READY;
            events.projectChanged(project.at(Stage.BUILDING, message(Stage.BUILDING)));
            return project.at(Stage.READY, "");
        });
    }

    @Override
    public CompletableFuture<ProjectState> installPackages() {
        return answer(() -> project.at(Stage.INSTALLING, message(Stage.INSTALLING)));
    }

    @Override
    public void cancelInstall() {
        unchecked(() -> {
            say(project.at(Stage.PACKAGES_MISSING, "npm install was canceled."));
            return "";
        });
    }

    @Override
    public CompletableFuture<String> startRun(RunRequest request) {
        requests.add(request);
        String runId = "run-" + runsStarted.incrementAndGet();
        return answer(() -> {
            RunResult result = nextResult.get();
            // As the real host: what a run does may be told before the answer to `startRun`.
            events.runProgress(new RunProgress(runId, running(result.spans().subList(0, 3)), List.of()));
            reader.execute(() -> goOn(runId, result));
            return runId;
        });
    }

    @Override
    public void stopRun(String runId) {
        RunResult whole = nextResult.get();
        RunResult stopped = new RunResult(
                whole.function(),
                whole.kind(),
                whole.runtime(),
                whole.engine(),
                RunStatus.CANCELED,
                null,
                null,
                812_000_000,
                whole.peakHeapBytes(),
                whole.logs(),
                whole.spans().subList(0, 3),
                List.of(),
                null);
        reader.execute(() -> events.runEnded(new RunEnded(runId, stopped)));
    }

    @Override
    public CompletableFuture<List<RunSummary>> listRuns() {
        return answer(() -> List.copyOf(runs));
    }

    @Override
    public CompletableFuture<RunResult> loadRun(String recording) {
        return answer(() -> nextResult.get());
    }

    @Override
    public CompletableFuture<String> largeValue(LargeValue key) {
        return answer(() -> "\"large\"");
    }

    @Override
    public CompletableFuture<List<Finding>> checkProject() {
        return answer(() -> SampleRun.of(project).findings());
    }

    @Override
    public void shutdown() {
        shutdowns.incrementAndGet();
    }

    void end() throws InterruptedException {
        reader.shutdownNow();
        reader.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void goOn(String runId, RunResult result) {
        events.runProgress(new RunProgress(runId, result.spans(), result.logs()));
        if (!holdsRuns) {
            runs.addFirst(new RunSummary(
                    runId,
                    result.function(),
                    result.status(),
                    1_780_000_000_000L + runsStarted.get() * 61_000L,
                    result.durationNanos(),
                    result.spans().size(),
                    result.findings().size(),
                    result.recording()));
            events.runEnded(new RunEnded(runId, result));
        }
    }

    private static List<Span> running(List<Span> spans) {
        return spans.stream()
                .map(span -> new Span(
                        span.id(),
                        span.parentId(),
                        span.kind(),
                        span.name(),
                        span.startNanos(),
                        0,
                        null,
                        SpanStatus.RUNNING,
                        span.position(),
                        span.attributes()))
                .toList();
    }

    private <T> CompletableFuture<T> answer(Callable<T> value) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        reader.execute(() -> {
            try {
                answer.complete(value.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static String message(Stage stage) {
        return switch (stage) {
            case PACKAGES_MISSING -> "node_modules is missing: convex and esbuild are needed to build the project.";
            case BUILDING -> "esbuild bundles 8 modules.";
            case INSTALLING -> "npm install is running.";
            case UNUSABLE -> "There is no convex folder and no convex.json. Choose the folder that holds package.json.";
            default -> "";
        };
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class NoEvents implements RuntimeEvents {
        @Override
        public void ready() {}

        @Override
        public void projectChanged(ProjectState state) {}

        @Override
        public void installProgress(InstallProgress progress) {}

        @Override
        public void runProgress(RunProgress progress) {}

        @Override
        public void runEnded(RunEnded ended) {}
    }
}
