package dev.actionscope.runtime.value;

/// Something is no valid Convex value, name or id; the message is Convex's own.
public final class ValueException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message for the person who wrote the value
    public ValueException(String message) {
        super(message);
    }

    /// The message, never null.
    public String text() {
        return String.valueOf(getMessage());
    }
}
