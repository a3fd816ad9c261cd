package dev.actionscope.app.host;

import dev.actionscope.runtime.host.RuntimeCommands;
import dev.actionscope.runtime.host.RuntimeEvents;
import java.io.IOException;
import java.util.function.Consumer;

/// Starts runtime hosts, the processes in which projects live and run.
@FunctionalInterface
public interface RuntimeHosts {
    /// Starts a host.
    ///
    /// @param events heard on the host's own reader thread
    /// @param died called once, on any thread, when the host ends without having been asked to: one line, why
    /// @return commands, not to be used before `events.ready()`
    /// @throws IOException when no host can be started; the message is for the user
    RuntimeCommands start(RuntimeEvents events, Consumer<String> died) throws IOException;
}
