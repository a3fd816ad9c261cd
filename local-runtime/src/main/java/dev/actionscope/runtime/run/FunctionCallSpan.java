package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A function that another function calls: its span, and the way its outcome goes back to the caller.
///
/// @param kind what it is called as
/// @param path the function's path, null when the address itself is wrong
/// @param budget what a call inside a transaction may use of it, null for all of it
/// @param addressFailure why the address is wrong, else null
record FunctionCallSpan(
        OpenSpan span,
        FunctionKind kind,
        @Nullable String path,
        JsonNode arguments,
        @Nullable TransactionLimits budget,
        @Nullable String addressFailure,
        Calls calls) {

    static FunctionCallSpan begin(
            RunContext run, long parentId, FunctionKind kind, JsonNode syscallArguments, CallSite at) {
        JsonNode arguments = syscallArguments.path("args");
        if (arguments.isMissingNode()) {
            arguments = JsonNodeFactory.instance.objectNode();
        }
        String path = null;
        String failure = null;
        try {
            path = FunctionAddress.resolve(syscallArguments);
        } catch (SyscallException e) {
            failure = e.text();
        }
        OpenSpan span = run.trace()
                .begin(parentId, kind.spanKind(), path == null ? "(unknown)" : path, at.position())
                .with("arguments", arguments)
                .start();
        return new FunctionCallSpan(
                span,
                kind,
                path,
                arguments,
                syscallArguments.hasNonNull("transactionLimits")
                        ? TransactionLimits.parse(syscallArguments.path("transactionLimits"))
                        : null,
                failure,
                new Calls());
    }

    /// Runs it, in a transaction or as an action of its own, and hands its outcome to the caller.
    void run(FunctionRunner runner, Completion completion) {
        CallOutcome outcome;
        if (path == null) {
            outcome = CallOutcome.Failed.of(String.valueOf(addressFailure));
        } else {
            outcome = runner.call(kind, path, arguments, span, calls);
        }
        deliver(outcome, completion);
    }

    /// Runs it inside the caller's transaction, and hands its outcome to the caller.
    void runWithin(FunctionRunner runner, TransactionScope scope, int depth, Completion completion) {
        CallOutcome outcome = path == null
                ? CallOutcome.Failed.of(String.valueOf(addressFailure))
                : runner.callWithin(scope, this, path, depth);
        deliver(outcome, completion);
    }

    private static void deliver(CallOutcome outcome, Completion completion) {
        switch (outcome) {
            case CallOutcome.Returned(JsonNode value) -> completion.succeed(value);
            case CallOutcome.Failed failed -> completion.fail(failed.toSyscallException());
        }
    }

    /// The caller is gone: what still runs is stopped.
    void abandon() {
        calls.stop();
    }
}
