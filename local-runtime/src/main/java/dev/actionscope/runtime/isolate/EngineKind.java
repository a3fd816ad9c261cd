package dev.actionscope.runtime.isolate;

import java.util.Locale;

/// How JavaScript is executed.
public enum EngineKind {
    /// Starts at once, an order of magnitude slower than Node in tight loops.
    INTERPRETER,
    /// Compiles hot code; needs a JVM that was started with the Graal compiler.
    OPTIMISING;

    /// The name on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
