package dev.actionscope.inspector.view.result;

import dev.actionscope.inspector.result.ErrorText;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import tools.jackson.databind.JsonNode;

/// A run's outcome for the clipboard: Convex JSON, or the error with its frames.
final class ResultText {
    private ResultText() {}

    static String of(RunResult result) {
        RunError error = result.error();
        JsonNode value = result.value();
        if (error != null) {
            return ErrorText.of(error);
        }
        return value == null ? "null" : value.toPrettyString();
    }
}
