package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import org.jspecify.annotations.Nullable;

/// Sits at the body of one function of a bundle: guards the depth of recursions and sees the promises of async
/// functions that are called by built-in functions.
final class FunctionEventNode extends ExecutionEventNode {
    private final @Nullable CallExpression userFunction;

    /// @param userFunction null for functions of packages
    FunctionEventNode(@Nullable CallExpression userFunction) {
        this.userFunction = userFunction;
    }

    @Override
    protected void onEnter(VirtualFrame frame) {
        enter();
    }

    @Override
    protected void onReturnValue(VirtualFrame frame, @Nullable Object result) {
        leave(result);
    }

    @Override
    protected void onReturnExceptional(VirtualFrame frame, Throwable exception) {
        leave(null);
    }

    @TruffleBoundary
    private void enter() {
        IsolateThread thread = IsolateThread.current();
        if (thread == null) {
            return;
        }
        if (!thread.descend()) {
            // The engine only polls where functions return: a recursion that catches its own overflow never does.
            TruffleSafepoint.poll(this);
            throw Errors.createRangeErrorStackOverflow();
        }
        if (userFunction != null) {
            thread.userCodeBegins();
        }
    }

    @TruffleBoundary
    private void leave(@Nullable Object result) {
        IsolateThread thread = IsolateThread.current();
        if (thread == null) {
            return;
        }
        thread.ascend();
        if (userFunction != null && result instanceof JSPromiseObject promise) {
            thread.ledger().made(promise, userFunction);
        }
    }
}
