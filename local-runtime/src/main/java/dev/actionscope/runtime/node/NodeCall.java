package dev.actionscope.runtime.node;

import dev.actionscope.runtime.isolate.IsolateLimits;
import dev.actionscope.runtime.isolate.IsolateOutcome;
import dev.actionscope.runtime.isolate.IsolateReport;
import dev.actionscope.runtime.isolate.RunningCall;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.RunError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// One action under way in a Node process. All of the seam's methods are called on the thread that reads the process.
final class NodeCall implements RunningCall, NodeProcess.Listener {
    private final NodeProcess process;
    private final NodeBundle files;
    private final NodeOperations operations;
    private final Seam seam;
    private final long limitMillis;
    private final CompletableFuture<IsolateReport> report = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile boolean timedOut;

    private NodeCall(NodeProcess process, Seam seam, IsolateLimits limits, NodeBundle files) {
        this.process = process;
        this.files = files;
        this.seam = seam;
        this.limitMillis = limits.wallTime().toMillis();
        this.operations = new NodeOperations(process, seam, files);
    }

    static RunningCall start(NodeProcess process, JsonNode request, Seam seam, IsolateLimits limits, NodeBundle files) {
        NodeCall call = new NodeCall(process, seam, limits, files);
        process.listen(call);
        process.send(request);
        CompletableFuture.delayedExecutor(call.limitMillis, TimeUnit.MILLISECONDS)
                .execute(call::timeOut);
        return call;
    }

    /// A call that could not even be started.
    static RunningCall failed(IOException reason) {
        CompletableFuture<IsolateReport> report = CompletableFuture.completedFuture(new IsolateReport(
                new IsolateOutcome.Threw(new RunError(String.valueOf(reason.getMessage()), null, List.of())),
                0,
                0,
                0,
                List.of()));
        return new RunningCall() {
            @Override
            public CompletableFuture<IsolateReport> report() {
                return report;
            }

            @Override
            public void stop() {
                // it never started
            }

            @Override
            public boolean isUnstoppable() {
                return false;
            }
        };
    }

    private void timeOut() {
        if (!report.isDone()) {
            timedOut = true;
            process.close();
        }
    }

    @Override
    public void heard(JsonNode message) {
        switch (message.path("type").asString()) {
            case "begin" -> operations.begin(message);
            case "log" ->
                seam.log(
                        LogLevel.valueOf(message.path("level").asString().toUpperCase(Locale.ROOT)),
                        message.path("text").asString(),
                        files.site(message.path("stack").asString()));
            case "returned" ->
                end(message, new IsolateOutcome.Returned(message.path("value").asString()));
            case "threw" -> end(message, new IsolateOutcome.Threw(files.error(message)));
            default -> {
                // `ready`
            }
        }
    }

    private void end(JsonNode message, IsolateOutcome outcome) {
        List<UnawaitedPromise> unawaited = new ArrayList<>();
        for (JsonNode id : message.path("unfinished")) {
            NodeOperations.Begun begun = operations.abandon(id.asLong());
            if (begun != null) {
                CallSite site = begun.site();
                unawaited.add(new UnawaitedPromise(
                        site,
                        UnawaitedPromise.Kind.OPERATION,
                        UnawaitedPromise.State.PENDING,
                        begun.what(),
                        site.frames().isEmpty() ? "" : site.frames().getFirst().function(),
                        List.of(begun.pending().spanId()),
                        1));
            }
        }
        long heap = message.path("memory").path("heapUsed").asLong(0);
        report.complete(new IsolateReport(outcome, -1, heap, 0, unawaited));
        process.close();
    }

    @Override
    public void ended(String reason) {
        operations.abandonAll();
        IsolateOutcome outcome;
        if (stopped) {
            outcome = new IsolateOutcome.Canceled();
        } else if (timedOut) {
            outcome = new IsolateOutcome.TimedOut(
                    "Function execution timed out (maximum duration: " + limitMillis / 1000 + "s)");
        } else if (reason.contains("ran out of memory")) {
            outcome = new IsolateOutcome.OutOfMemory(reason);
        } else {
            outcome = new IsolateOutcome.Threw(new RunError(reason, null, List.of()));
        }
        report.complete(new IsolateReport(outcome, -1, 0, 0, List.of()));
    }

    @Override
    public CompletableFuture<IsolateReport> report() {
        return report;
    }

    @Override
    public void stop() {
        stopped = true;
        process.close();
    }

    @Override
    public boolean isUnstoppable() {
        return false;
    }
}
