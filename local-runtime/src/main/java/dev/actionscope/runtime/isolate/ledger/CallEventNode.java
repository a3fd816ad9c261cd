package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import org.jspecify.annotations.Nullable;

/// Sits at one call expression of user code.
final class CallEventNode extends ExecutionEventNode {
    private final CallExpression expression;

    CallEventNode(CallExpression expression) {
        this.expression = expression;
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
        abandon();
    }

    @TruffleBoundary
    private void enter() {
        IsolateThread thread = IsolateThread.current();
        if (thread != null) {
            thread.ledger().enter(expression);
        }
    }

    @TruffleBoundary
    private void leave(@Nullable Object result) {
        IsolateThread thread = IsolateThread.current();
        if (thread != null) {
            thread.ledger().leave(expression, result);
        }
    }

    @TruffleBoundary
    private void abandon() {
        IsolateThread thread = IsolateThread.current();
        if (thread != null) {
            thread.ledger().abandon(expression);
        }
    }
}
