package dev.actionscope.runtime.isolate.ledger;

import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.SourcePosition;

/// A place in user code that can make promises: a call, a `new` expression, or an async function itself. Equal only to
/// itself.
final class CallExpression {
    private final SourcePosition position;
    private final String text;
    private final String function;

    /// @param text what a reader needs to find it: `ctx.runMutation(...)`
    /// @param function the function it stands in, empty when that has no name
    CallExpression(SourcePosition position, String text, String function) {
        this.position = position;
        this.text = text;
        this.function = function;
    }

    SourcePosition position() {
        return position;
    }

    String text() {
        return text;
    }

    String function() {
        return function;
    }

    boolean makesNewObject() {
        return text.startsWith("new ");
    }

    Frame frame() {
        return new Frame(function, position);
    }
}
