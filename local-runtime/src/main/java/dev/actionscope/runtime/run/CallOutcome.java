package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How a function call ended, validated and committed.
sealed interface CallOutcome {

    /// @param value Convex JSON
    record Returned(JsonNode value) implements CallOutcome {}

    /// @param status anything but success
    record Failed(RunStatus status, RunError error) implements CallOutcome {

        /// A failure that has no place in user code.
        static Failed of(String message) {
            return new Failed(RunStatus.ERROR, new RunError(message, null, List.of()));
        }

        /// What a calling function catches: the whole nested text, as Convex gives it.
        SyscallException toSyscallException() {
            StringBuilder text = new StringBuilder(error.message());
            for (Frame frame : error.frames()) {
                SourcePosition at = frame.position();
                if (at != null) {
                    text.append("\n    at ")
                            .append(frame.function().isEmpty() ? "<anonymous>" : frame.function())
                            .append(" (../")
                            .append(at)
                            .append(')');
                }
            }
            if (!error.frames().isEmpty()) {
                text.append('\n');
            }
            return new SyscallException(text.toString(), error.data());
        }
    }
}
