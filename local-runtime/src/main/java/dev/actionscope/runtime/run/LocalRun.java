package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.findings.evidence.CallEvidence;
import dev.actionscope.runtime.findings.evidence.RunEvidence;
import dev.actionscope.runtime.findings.evidence.RunFindings;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// A run that goes on, or has ended. Thread-safe.
public final class LocalRun {
    private static final long MUCH_CPU_NANOS = 2_000_000_000;
    private static final double MOSTLY = 0.5;

    private final RunContext context;
    private final OpenSpan root;
    private final CompletableFuture<RunResult> result = new CompletableFuture<>();

    private LocalRun(RunContext context, OpenSpan root) {
        this.context = context;
        this.root = root;
    }

    static LocalRun start(RunContext context, ExecutorService executor) {
        FunctionInfo function = context.spec().function();
        OpenSpan root = context.trace()
                .begin(null, function.kind().spanKind(), function.path(), function.position())
                .with("arguments", context.spec().arguments())
                .start();
        LocalRun run = new LocalRun(context, root);
        executor.execute(run::execute);
        return run;
    }

    private void execute() {
        CallOutcome outcome;
        try {
            FunctionInfo function = context.spec().function();
            Supplier<CallOutcome> call = () -> new FunctionRunner(context)
                    .call(function.kind(), function.path(), context.spec().arguments(), root, context.calls());
            String job = context.spec().job();
            outcome = job == null ? call.get() : new ScheduledRun(context, job).around(function.kind(), call);
            context.awaitOperations();
        } catch (RuntimeException | Error e) {
            System.getLogger(LocalRun.class.getName()).log(System.Logger.Level.ERROR, "internal fault in a run", e);
            outcome = CallOutcome.Failed.of("Internal fault of Actionscope: " + e + ". Please report it.");
        }
        tellOfTheOtherEngine();
        context.trace().openSpans().forEach(span -> span.end(SpanStatus.CANCELED));
        context.fetch().close();
        result.complete(result(outcome));
    }

    /// Times of code that computes are the interpreter's, not Convex's: no such number is shown without saying so.
    private void tellOfTheOtherEngine() {
        long cpu = context.evidence().cpuNanos();
        long all = context.trace().now();
        if (context.deployment().engineName().equals("interpreter") && cpu > MUCH_CPU_NANOS && cpu > all * MOSTLY) {
            context.trace()
                    .log(
                            LogLevel.SYSTEM,
                            String.format(
                                    Locale.ROOT,
                                    "%.1f s of this run's %.1f s were JavaScript computing in the interpreter, which is"
                                            + " many times slower at that than Convex. The optimising engine is closer:"
                                            + " choose it in the tool bar, or add --engine optimising.",
                                    cpu / 1e9,
                                    all / 1e9),
                            null,
                            root.id());
        }
    }

    private RunResult result(CallOutcome outcome) {
        FunctionInfo function = context.spec().function();
        JsonNode value = null;
        RunError error = null;
        RunStatus status = RunStatus.SUCCESS;
        switch (outcome) {
            case CallOutcome.Returned(JsonNode returned) -> value = returned;
            case CallOutcome.Failed(RunStatus failed, RunError reason) -> {
                status = failed;
                error = reason;
            }
        }
        boolean inNode = FunctionRunner.runsInNode(function);
        List<Span> spans = context.trace().spans();
        return new RunResult(
                function.path(),
                function.kind().spanKind(),
                inNode ? "node" : "convex",
                inNode ? "node" : context.deployment().engineName(),
                status,
                value,
                error,
                spans.getFirst().durationNanos(),
                context.evidence().peakHeapBytes(),
                List.copyOf(context.trace().logs()),
                spans,
                findings(spans),
                null);
    }

    private List<Finding> findings(List<Span> spans) {
        return RunFindings.of(new RunEvidence(
                spans,
                context.evidence().calls().stream()
                        .map(call -> new CallEvidence(
                                call.spanId(), call.function(), call.report().unawaited()))
                        .toList(),
                List.copyOf(context.trace().logs())));
    }

    /// Completes when the run is over; never exceptionally.
    public CompletableFuture<RunResult> result() {
        return result;
    }

    /// Ends the run as soon as can be. Idempotent, any thread.
    public void stop() {
        context.calls().stop();
    }

    /// Whether a call of the run does not end although it was told to: only ending the process helps.
    public boolean isUnstoppable() {
        return context.calls().hasUnstoppable();
    }
}
