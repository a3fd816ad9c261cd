package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.trace.RunError;
import java.util.List;

/// Why an isolate was ended before its function returned.
sealed interface Ending {
    /// What the call's report says then.
    IsolateOutcome outcome();

    /// Asked for from outside.
    record Stopped() implements Ending {
        @Override
        public IsolateOutcome outcome() {
            return new IsolateOutcome.Canceled();
        }
    }

    /// Used up its time.
    record OutOfTime(String message) implements Ending {
        @Override
        public IsolateOutcome outcome() {
            return new IsolateOutcome.TimedOut(message);
        }
    }

    /// Used up its memory.
    record OutOfMemory(String message) implements Ending {
        @Override
        public IsolateOutcome outcome() {
            return new IsolateOutcome.OutOfMemory(message);
        }
    }

    /// Did something that user code may not catch.
    record Fatal(String message) implements Ending {
        @Override
        public IsolateOutcome outcome() {
            return new IsolateOutcome.Threw(new RunError(message, null, List.of()));
        }
    }
}
