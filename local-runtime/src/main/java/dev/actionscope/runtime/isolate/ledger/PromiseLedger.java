package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every promise that an expression of user code gave, with the expression, as long as nothing has been attached to
/// it. One for each function call; its isolate's thread only.
public final class PromiseLedger {
    private static final int MOST_CALLERS = 16;
    private static final CallExpression[] NONE = {};
    private static final int FIRST_SWEEP = 256;

    private CallExpression[] calls = new CallExpression[32];
    private int depth;
    private List<Entry> entries = new ArrayList<>();
    private int nextSweep = FIRST_SWEEP;
    private final ThreadMemory memory;
    private long mark;
    private final List<Begun> begun = new ArrayList<>();
    private final IdentityHashMap<JSPromiseObject, List<Long>> served = new IdentityHashMap<>();

    /// @param memory of the isolate's thread
    public PromiseLedger(ThreadMemory memory) {
        this.memory = memory;
    }

    /// The promise that calling this function settles, when it is one of the two that `new Promise` gives its executor.
    ///
    /// @param function the engine's own object
    public static @Nullable JSPromiseObject promiseSettledBy(Object function) {
        return PromiseGraph.settledBy(function);
    }

    /// Bytes allocated since user code last began or ended a call; 0 when no call of user code is under way.
    public long allocatedSinceLastCall() {
        return depth == 0 ? 0 : memory.allocatedBytes() - mark;
    }

    /// How deep user code's calls are nested now.
    int depth() {
        return depth;
    }

    void enter(CallExpression expression) {
        if (depth == calls.length) {
            calls = Arrays.copyOf(calls, depth * 2);
        }
        calls[depth++] = expression;
        mark = memory.allocatedBytes();
    }

    void leave(CallExpression expression, @Nullable Object result) {
        pop(expression);
        mark = memory.allocatedBytes();
        if (!begun.isEmpty()) {
            enclose(result);
        }
        if (result instanceof JSPromiseObject promise && !promise.isHandled()) {
            boolean pending = promise.getPromiseState() == JSPromise.PENDING;
            record(new Entry(promise, expression, callers(), pending, false));
        }
    }

    void abandon(CallExpression expression) {
        pop(expression);
        mark = memory.allocatedBytes();
    }

    /// An async function of user code gave its promise to whoever called it.
    void made(JSPromiseObject promise, CallExpression function) {
        if (!promise.isHandled()) {
            record(new Entry(promise, depth > 0 ? calls[depth - 1] : function, callers(), true, true));
        }
    }

    /// An operation that has no promise of its own begins: it belongs to the promise that the innermost expression
    /// around it gives.
    public void begin(LedgerOperation operation) {
        begun.add(new Begun(operation, depth));
    }

    /// An operation is about to be answered; what waits for it may be dropped later.
    public void serve(LedgerOperation operation) {
        JSPromiseObject promise = operation.promise();
        if (promise == null) {
            return;
        }
        for (JSPromiseObject waiting : PromiseGraph.waitingFor(promise)) {
            if (!waiting.isHandled()) {
                served.computeIfAbsent(waiting, key -> new ArrayList<>()).add(operation.spanId());
            }
        }
    }

    /// What was not awaited.
    ///
    /// @param pending the operations that have not ended
    /// @param result the promise of the function itself, null when it was not called
    public List<UnawaitedPromise> report(List<? extends LedgerOperation> pending, @Nullable JSPromiseObject result) {
        LedgerReport report = new LedgerReport(unhandled(), served);
        report.addPending(pending, result);
        return report.toList();
    }

    /// What nothing is attached to now, in order of creation.
    List<Entry> unhandled() {
        sweep();
        return List.copyOf(entries);
    }

    private CallExpression[] callers() {
        return depth == 0 ? NONE : Arrays.copyOfRange(calls, Math.max(0, depth - MOST_CALLERS), depth);
    }

    private void record(Entry entry) {
        Entry last = entries.isEmpty() ? null : entries.getLast();
        if (last != null && last.promise() == entry.promise()) {
            entries.set(entries.size() - 1, last.passedOn(entry));
            return;
        }
        entries.add(entry);
        if (entries.size() >= nextSweep) {
            sweep();
            nextSweep = Math.max(FIRST_SWEEP, entries.size() * 2);
        }
    }

    private void enclose(@Nullable Object result) {
        for (int i = begun.size() - 1; i >= 0; i--) {
            Begun each = begun.get(i);
            if (each.depth() > depth) {
                if (result instanceof JSPromiseObject promise) {
                    each.operation().enclosedBy(promise);
                    begun.remove(i);
                } else if (depth == 0) {
                    begun.remove(i);
                }
            }
        }
    }

    private void sweep() {
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.promise().isHandled()) {
                kept.add(entry);
            }
        }
        entries = kept;
    }

    /// An exception may have left calls without telling, so everything above goes too.
    private void pop(CallExpression expression) {
        int at = depth - 1;
        while (at >= 0 && calls[at] != expression) {
            at--;
        }
        if (at >= 0) {
            depth = at;
        }
    }

    private record Begun(LedgerOperation operation, int depth) {}

    /// @param callers the calls of user code under way, outermost first, when it was made
    /// @param work whether something still had to be done when it was made
    /// @param byCallee whether it was given to the expression, not by it: `forEach(async …)`
    record Entry(
            JSPromiseObject promise,
            CallExpression expression,
            CallExpression[] callers,
            boolean work,
            boolean byCallee) {

        /// The same promise, given by an expression further out.
        Entry passedOn(Entry outer) {
            return new Entry(promise, outer.expression, outer.callers, work || outer.work, outer.byCallee);
        }
    }
}
