package dev.actionscope.runtime.isolate;

/// The kind of engine that was asked for does not run in this JVM; the message says what to do.
public final class EngineUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    EngineUnavailableException(String message) {
        super(message);
    }
}
