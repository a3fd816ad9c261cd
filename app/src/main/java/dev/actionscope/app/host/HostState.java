package dev.actionscope.app.host;

/// How the runtime host is.
public sealed interface HostState {
    /// It has been started and has not said that it is ready.
    record Starting() implements HostState {}

    /// It takes commands.
    record Ready() implements HostState {}

    /// It is gone, and no other is being started.
    ///
    /// @param reason one line
    record Ended(String reason) implements HostState {}

    /// One line for the status bar.
    default String text() {
        return switch (this) {
            case Starting() -> "Runtime is starting…";
            case Ready() -> "Runtime ready";
            case Ended(String reason) -> "Runtime ended";
        };
    }
}
