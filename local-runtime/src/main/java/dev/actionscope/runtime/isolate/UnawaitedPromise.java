package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.trace.CallSite;
import java.util.List;

/// A promise, or a piece of work, that user code started and did not wait for. One for each creation site.
///
/// @param site where it was made, innermost user frame first
/// @param what the expression's text or the operation's name: `ctx.runMutation(...)`, `setTimeout`
/// @param function the JavaScript function that made it, empty when anonymous
/// @param spanIds operations it was waiting for, or had done, when the function returned
/// @param count how many promises were made at this site
public record UnawaitedPromise(
        CallSite site, Kind kind, State state, String what, String function, List<Long> spanIds, int count) {
    public UnawaitedPromise {
        spanIds = List.copyOf(spanIds);
    }

    /// What was not awaited.
    public enum Kind {
        /// A call's promise that nothing was attached to.
        PROMISE,
        /// An operation whose promise was attended to (raced, collected) but which had not ended.
        OPERATION,
        /// A timer that was not due.
        TIMER
    }

    /// How it stood when the function returned.
    public enum State {
        PENDING,
        FULFILLED,
        REJECTED
    }
}
