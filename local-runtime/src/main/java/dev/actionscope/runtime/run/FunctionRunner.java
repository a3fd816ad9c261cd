package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.IsolateOutcome;
import dev.actionscope.runtime.isolate.IsolateReport;
import dev.actionscope.runtime.isolate.RunningCall;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Calls functions for one run: checks arguments, opens transactions, runs the code in an isolate, checks the result,
/// commits. Thread-safe; a call blocks the (virtual) thread that makes it.
final class FunctionRunner {
    private final RunContext run;
    private final ValueChecks checks;

    FunctionRunner(RunContext run) {
        this.run = run;
        this.checks = new ValueChecks(run);
    }

    /// Calls a function on its own: an action, or a query or mutation in a transaction that this call opens and
    /// commits.
    ///
    /// @param path as in `messages:send`
    /// @param span stands for the call and has begun; it has ended when this returns
    /// @param calls the group whose stop ends this call
    CallOutcome call(FunctionKind kind, String path, JsonNode arguments, OpenSpan span, Calls calls) {
        CallOutcome outcome = checked(kind, path, arguments, function -> {
            CallFrame frame = new CallFrame(function, span, 0);
            return kind == FunctionKind.ACTION
                    ? action(frame, arguments, calls)
                    : new TransactionRun(run, this).run(frame, arguments, calls);
        });
        return ended(span, outcome);
    }

    /// Calls a query or mutation inside the transaction of its caller.
    CallOutcome callWithin(TransactionScope scope, FunctionCallSpan call, String path, int depth) {
        CallOutcome outcome = checked(call.kind(), path, call.arguments(), function -> {
            CallFrame frame = new CallFrame(function, call.span(), depth);
            return new TransactionRun(run, this).runWithin(scope, frame, call.arguments(), call.budget());
        });
        return ended(call.span(), outcome);
    }

    private CallOutcome checked(
            FunctionKind kind, String path, JsonNode arguments, Function<FunctionInfo, CallOutcome> body) {
        FunctionInfo function = run.code().analysis().function(path);
        if (function == null) {
            return CallOutcome.Failed.of(missing(path));
        }
        if (function.kind() != kind) {
            return CallOutcome.Failed.of("Trying to execute " + module(path) + ".js:" + function.export() + " as "
                    + name(kind) + ", but it is defined as " + name(function.kind()) + ".");
        }
        Optional<String> wrong = checks.arguments(function, arguments);
        return wrong.isPresent() ? CallOutcome.Failed.of(wrong.get()) : body.apply(function);
    }

    private String missing(String path) {
        String module = module(path);
        RunError failure = run.code().analysis().failures().get(module + ".js");
        if (failure != null) {
            return failure.message();
        }
        return run.code().bundle().modules().containsKey(module + ".js")
                ? "Couldn't find \"" + path.substring(path.lastIndexOf(':') + 1) + "\" in module \"" + module + ".js\"."
                : "Couldn't find JavaScript module '" + module + ".js'. Did you forget to run `npx convex dev`?";
    }

    private static String module(String path) {
        return path.substring(0, path.lastIndexOf(':'));
    }

    private static String name(FunctionKind kind) {
        return switch (kind) {
            case QUERY -> "Query";
            case MUTATION -> "Mutation";
            case ACTION -> "Action";
            case HTTP_ACTION -> "HttpAction";
        };
    }

    private CallOutcome action(CallFrame frame, JsonNode arguments, Calls calls) {
        ActionSeam seam = new ActionSeam(run, frame, this);
        try {
            return outcome(frame, isolate(frame, arguments, seam, calls));
        } finally {
            seam.close();
        }
    }

    /// Runs a function's code and waits for its end.
    IsolateReport isolate(CallFrame frame, JsonNode arguments, Seam seam, Calls calls) {
        FunctionInfo function = frame.function();
        FunctionCall call = new FunctionCall(
                function.module() + ".js",
                function.export(),
                function.kind(),
                JsonNodeFactory.instance.arrayNode().add(arguments).toString(),
                run.requestId());
        RunningCall running = run.deployment().start(run, function, call, seam);
        calls.add(running);
        run.calls().add(running);
        try {
            IsolateReport report = running.report().join();
            run.evidence().add(frame.span().id(), function, report);
            if (report.ownAllocatedBytes() >= 0) {
                frame.span().allocated(report.ownAllocatedBytes());
            }
            return report;
        } finally {
            calls.remove(running);
            run.calls().remove(running);
        }
    }

    /// What a report means for the caller, the result checked against its validator.
    CallOutcome outcome(CallFrame frame, IsolateReport report) {
        return switch (report.outcome()) {
            case IsolateOutcome.Returned(String text) -> returned(frame, text);
            case IsolateOutcome.Threw(RunError error) -> new CallOutcome.Failed(RunStatus.ERROR, error);
            case IsolateOutcome.TimedOut(String message) -> failed(RunStatus.TIMEOUT, message);
            case IsolateOutcome.OutOfMemory(String message) -> failed(RunStatus.OUT_OF_MEMORY, message);
            case IsolateOutcome.Canceled() -> failed(RunStatus.CANCELED, "The run was stopped.");
        };
    }

    private CallOutcome returned(CallFrame frame, String text) {
        JsonNode value;
        try {
            value = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return CallOutcome.Failed.of("The function returned something that is not JSON: " + e.getMessage());
        }
        return checks.result(frame.function(), value, text.length())
                .<CallOutcome>map(CallOutcome.Failed::of)
                .orElseGet(() -> new CallOutcome.Returned(value));
    }

    private static CallOutcome failed(RunStatus status, String message) {
        return new CallOutcome.Failed(status, new RunError(message, null, java.util.List.of()));
    }

    private static CallOutcome ended(OpenSpan span, CallOutcome outcome) {
        switch (outcome) {
            case CallOutcome.Returned(JsonNode value) -> {
                span.with("result", value);
                span.end(SpanStatus.OK);
            }
            case CallOutcome.Failed failed -> {
                span.with("error", failed.error().message());
                span.end(failed.status() == RunStatus.CANCELED ? SpanStatus.CANCELED : SpanStatus.ERROR);
            }
        }
        return outcome;
    }

    static boolean runsInNode(FunctionInfo function) {
        return function.environment() == Environment.NODE;
    }
}
