package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import dev.actionscope.runtime.isolate.Prelude.Described;
import dev.actionscope.runtime.isolate.scripts.StackFrames;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what JavaScript has thrown as the error that Convex would report. Isolate's thread only.
final class ErrorReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 65_536;

    private final Prelude prelude;
    private final StackFrames frames;
    private final Map<JSErrorObject, List<Frame>> remembered = new WeakHashMap<>();

    ErrorReader(Prelude prelude, StackFrames frames) {
        this.prelude = prelude;
        this.frames = frames;
    }

    /// Gives frames to an error that was made where no JavaScript was running.
    void remember(JSErrorObject error, List<Frame> stack) {
        remembered.put(error, List.copyOf(stack));
    }

    /// @param thrown any value
    RunError read(Value thrown) {
        Described described = prelude.describe(thrown);
        String message = described.message();
        if (message.length() > LONGEST) {
            message = message.substring(0, LONGEST);
        }
        List<Frame> stack = framesOf(thrown);
        if (described.data() == null) {
            return new RunError(message, null, stack);
        }
        JsonNode data = parse(described.data());
        return data == null
                ? new RunError("ConvexError with invalid data: " + described.data(), null, stack)
                : new RunError(message, data, stack);
    }

    /// @param exception that JavaScript let out
    RunError read(PolyglotException exception) {
        Value thrown = exception.getGuestObject();
        RunError error =
                thrown == null ? new RunError("Uncaught " + exception.getMessage(), null, List.of()) : read(thrown);
        return error.frames().isEmpty() ? new RunError(error.message(), error.data(), frames.of(exception)) : error;
    }

    private List<Frame> framesOf(Value thrown) {
        if (!(GuestObjects.of(thrown) instanceof JSErrorObject error)) {
            return List.of();
        }
        List<Frame> stack = new ArrayList<>(frames.of(error));
        if (stack.isEmpty()) {
            stack.addAll(remembered.getOrDefault(error, List.of()));
        }
        return stack;
    }

    private static @Nullable JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            return null;
        }
    }
}
