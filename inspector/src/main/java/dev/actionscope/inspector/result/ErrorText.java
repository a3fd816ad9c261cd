package dev.actionscope.inspector.result;

import dev.actionscope.inspector.value.ValueText;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import tools.jackson.databind.JsonNode;

/// A run's error as plain text, as a JavaScript console would print it.
public final class ErrorText {
    private ErrorText() {}

    /// The message, what a `ConvexError` carried, and the frames, one a line.
    public static String of(RunError error) {
        StringBuilder text = new StringBuilder(error.message());
        JsonNode data = error.data();
        if (data != null) {
            text.append("\ndata: ").append(ValueText.pretty(data));
        }
        for (Frame frame : error.frames()) {
            text.append("\n    at ").append(frame(frame));
        }
        return text.toString();
    }

    /// `place (convex/orders.ts:13:9)`.
    public static String frame(Frame frame) {
        SourcePosition position = frame.position();
        String function = frame.function().isEmpty() ? "<anonymous>" : frame.function();
        return position == null ? function : function + " (" + position + ")";
    }
}
