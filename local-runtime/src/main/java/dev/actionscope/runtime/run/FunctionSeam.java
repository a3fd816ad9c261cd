package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the boundaries of all kinds of function have in common: console, environment, and the syscalls that need
/// neither a transaction nor the outside world. One for each call; its isolate's thread.
abstract class FunctionSeam implements Seam {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final RunContext run;
    final CallFrame frame;

    FunctionSeam(RunContext run, CallFrame frame) {
        this.run = run;
        this.frame = frame;
    }

    /// A span for something this function asked for; not yet announced.
    final OpenSpan child(SpanKind kind, String name, CallSite at) {
        return run.trace().begin(frame.span().id(), kind, name, at.position());
    }

    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        return switch (syscall) {
            case "1.0/componentArgument" -> JSON.objectNode();
            default -> throw new SyscallException("Unknown operation " + Syscalls.withoutVersion(syscall));
        };
    }

    /// Answers the asynchronous syscalls that every kind of function has, or null when it is none of them.
    final @Nullable JsonNode common(String syscall, JsonNode arguments) throws SyscallException {
        return switch (syscall) {
            case "1.0/getUserIdentity" -> run.identity();
            case "1.0/createFunctionHandle" ->
                JSON.stringNode(
                        FunctionHandle.of(FunctionAddress.resolve(arguments)).text());
            case "1.0/getFunctionMetadata" ->
                JSON.objectNode().put("name", frame.function().path()).put("componentPath", "");
            case "1.0/getDeploymentMetadata" ->
                JSON.objectNode().put("name", "local").putNull("region").put("class", "s16");
            default -> null;
        };
    }

    /// A span that ends with the answer, and hands the answer on.
    final Pending answered(OpenSpan span, Completion completion, @Nullable JsonNode answer) {
        span.end(SpanStatus.OK);
        completion.succeed(answer);
        return new SpanPending(span, () -> {});
    }

    /// A span that ends with the failure, and hands the failure on.
    final Pending failed(OpenSpan span, Completion completion, SyscallException failure) {
        span.with("error", failure.text());
        span.end(SpanStatus.ERROR);
        completion.fail(failure);
        return new SpanPending(span, () -> {});
    }

    final Pending unknown(Operation.Syscall syscall, CallSite at, Completion completion) {
        String name = Syscalls.withoutVersion(syscall.name());
        return failed(
                child(SpanKind.DB, name, at).start(),
                completion,
                new SyscallException("Unknown async operation " + name));
    }

    @Override
    public void log(LogLevel level, String text, CallSite at) {
        run.trace().log(level, text, at.position(), frame.span().id());
    }

    @Override
    public @Nullable String environmentVariable(String name) {
        return run.environment().get(name);
    }
}
