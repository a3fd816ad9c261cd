package dev.actionscope.runtime.project;

import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Something around a project that the user has to put right; its message is one line: what is wrong, where, what to
/// do.
public final class ProjectException extends Exception {
    private final Code code;
    private final String message;
    private final transient @Nullable SourcePosition position;

    ProjectException(Code code, String message, @Nullable Throwable cause) {
        this(code, message, null, cause);
    }

    ProjectException(Code code, String message, @Nullable SourcePosition position, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.message = message;
        this.position = position;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// What kind of thing is wrong.
    public Code code() {
        return code;
    }

    /// Where in the project's files, or null when it concerns no one place.
    public @Nullable SourcePosition position() {
        return position;
    }

    /// The kinds of things that can be wrong.
    public enum Code {
        NOT_A_FOLDER,
        UNREADABLE,
        NO_PROJECT,
        NO_FUNCTIONS_FOLDER,
        BROKEN_CONFIG,
        FUNCTIONS_OUTSIDE,
        SYMLINK_LOOP,
        FUNCTION_NAME,
        UNWATCHABLE,
        ENVIRONMENT_FILE,
        TRUST_FILE
    }
}
