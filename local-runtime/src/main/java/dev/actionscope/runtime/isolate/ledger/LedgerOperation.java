package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.actionscope.runtime.trace.CallSite;
import org.jspecify.annotations.Nullable;

/// An operation as the ledger sees it.
public interface LedgerOperation {
    /// What user code waits on; for timers the promise that the timer's callback settles, null when that is unknown.
    @Nullable
    JSPromiseObject promise();

    /// The span that stands for it.
    long spanId();

    /// Where user code began it.
    CallSite site();

    /// What a reader calls it: `setTimeout`, `ctx.runMutation(...)`.
    String name();

    /// Whether it is a `setTimeout` or `setInterval`.
    boolean isTimer();

    /// Tells what promise the expression gave that began this operation, when the operation cannot tell itself.
    void enclosedBy(JSPromiseObject promise);
}
