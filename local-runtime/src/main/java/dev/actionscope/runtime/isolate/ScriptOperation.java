package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.actionscope.runtime.isolate.ledger.LedgerOperation;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One operation of an isolate, from the moment user code asked for it. Isolate's thread only, its [Completion] apart.
final class ScriptOperation implements LedgerOperation, Completion {
    private final Operation operation;
    private final CallSite site;
    private final long preparedBytes;
    private final Outcome outcome;
    private final BiConsumer<ScriptOperation, Runnable> poster;
    private @Nullable JSPromiseObject promise;
    private @Nullable Pending pending;
    private boolean ended;

    /// @param poster has a task run on the isolate's thread
    ScriptOperation(
            Operation operation,
            CallSite site,
            long preparedBytes,
            @Nullable JSPromiseObject promise,
            Outcome outcome,
            BiConsumer<ScriptOperation, Runnable> poster) {
        this.operation = operation;
        this.site = site;
        this.preparedBytes = preparedBytes;
        this.promise = promise;
        this.outcome = outcome;
        this.poster = poster;
    }

    Operation operation() {
        return operation;
    }

    long preparedBytes() {
        return preparedBytes;
    }

    @Nullable
    Pending pending() {
        return pending;
    }

    void begun(Pending as) {
        pending = as;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public void succeed(@Nullable Object answer) {
        poster.accept(this, () -> outcome.succeeded(answer));
    }

    @Override
    public void fail(SyscallException failure) {
        poster.accept(this, () -> outcome.failed(failure));
    }

    @Override
    public @Nullable JSPromiseObject promise() {
        return promise;
    }

    @Override
    public void enclosedBy(JSPromiseObject enclosing) {
        if (promise == null) {
            promise = enclosing;
        }
    }

    @Override
    public long spanId() {
        Pending begun = pending;
        return begun == null ? 0 : begun.spanId();
    }

    @Override
    public CallSite site() {
        return site;
    }

    @Override
    public boolean isTimer() {
        return operation instanceof Operation.Timer timer && timer.name().startsWith("set");
    }

    /// Whether it only limits something else: nobody waits for a deadline that is not due.
    boolean isDeadline() {
        return operation instanceof Operation.Timer timer && timer.name().equals("AbortSignal.timeout");
    }

    @Override
    public String name() {
        return switch (operation) {
            case Operation.Syscall syscall ->
                syscall.name().replaceFirst("^1\\.0/", "").replaceFirst("^actions/", "");
            case Operation.Fetch fetch -> "fetch";
            case Operation.ReadBody body -> "ReadableStream";
            case Operation.Timer timer -> timer.name();
            case Operation.StoreBlob store -> "storage.store";
            case Operation.GetBlob get -> "storage.get";
        };
    }

    /// What is done with the answer, on the isolate's thread.
    interface Outcome {
        void succeeded(@Nullable Object answer);

        void failed(SyscallException failure);
    }
}
