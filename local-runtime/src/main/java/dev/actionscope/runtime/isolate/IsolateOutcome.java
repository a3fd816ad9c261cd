package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.trace.RunError;

/// How one function call in an isolate ended.
public sealed interface IsolateOutcome {

    /// It returned.
    ///
    /// @param value Convex JSON text, as `invokeX` gave it
    record Returned(String value) implements IsolateOutcome {}

    /// It threw, or something that nobody handled rejected.
    record Threw(RunError error) implements IsolateOutcome {}

    /// It was ended for using up its time.
    record TimedOut(String message) implements IsolateOutcome {}

    /// It was ended for using up its memory.
    record OutOfMemory(String message) implements IsolateOutcome {}

    /// It was stopped from outside.
    record Canceled() implements IsolateOutcome {}
}
