package dev.actionscope.runtime.schema;

/// A schema or a validator that cannot be one; the message is Convex's own where it has one.
public final class SchemaException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message for the person who wrote the schema
    public SchemaException(String message) {
        super(message);
    }

    /// The message, never null.
    public String text() {
        return String.valueOf(getMessage());
    }
}
