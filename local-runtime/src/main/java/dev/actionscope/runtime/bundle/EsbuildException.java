package dev.actionscope.runtime.bundle;

import org.jspecify.annotations.Nullable;

/// esbuild itself could not do its work: it would not start, ended, or spoke nonsense. Never a fault in user code.
final class EsbuildException extends Exception {
    private final String message;

    EsbuildException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
