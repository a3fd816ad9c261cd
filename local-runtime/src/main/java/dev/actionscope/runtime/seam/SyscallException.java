package dev.actionscope.runtime.seam;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A syscall that failed in a way its caller may catch: it becomes an `Error` in user code.
public final class SyscallException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable JsonNode data;

    /// @param message the text user code sees
    public SyscallException(String message) {
        this(message, null);
    }

    /// @param message the text user code sees
    /// @param data what a `ConvexError` carries, as Convex JSON
    public SyscallException(String message, @Nullable JsonNode data) {
        super(message);
        this.data = data;
    }

    /// What a `ConvexError` carries, as Convex JSON; null for plain errors.
    public @Nullable JsonNode data() {
        return data;
    }

    /// The text user code sees.
    public String text() {
        return String.valueOf(getMessage());
    }
}
