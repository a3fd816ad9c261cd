package dev.actionscope.runtime.session;

import dev.actionscope.runtime.isolate.EngineKind;
import dev.actionscope.runtime.isolate.EngineUnavailableException;
import dev.actionscope.runtime.isolate.GraalIsolateEngine;
import dev.actionscope.runtime.isolate.IsolateEngine;
import dev.actionscope.runtime.node.NodeRuntime;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.web.WebPlatform;
import java.io.IOException;
import java.util.List;

/// What runs user code in this process: GraalJS for Convex's default runtime, Node for `"use node"`. Making it costs
/// most of a start, so there is one for all projects. Thread-safe.
///
/// @param isolates for Convex's default runtime
/// @param node for `"use node"`
public record Engines(IsolateEngine isolates, NodeRuntime node) implements AutoCloseable {

    /// @param name `interpreter` or `optimising`
    /// @throws UserException with one line when there is no such engine here
    public static Engines open(String name) throws UserException {
        EngineKind kind = null;
        for (EngineKind known : EngineKind.values()) {
            if (known.id().equals(name)) {
                kind = known;
            }
        }
        if (kind == null) {
            throw new UserException("The engines are interpreter and optimising, not " + name + ".");
        }
        try {
            return new Engines(GraalIsolateEngine.open(kind, List.of(new WebPlatform())), NodeRuntime.open());
        } catch (EngineUnavailableException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UserException("The temporary folder cannot be written to: " + e.getMessage() + ".", e);
        }
    }

    /// Makes the first run of a user's function as quick as the later ones; takes about a second.
    public void rehearse() {
        Rehearsal.of(isolates);
    }

    @Override
    public void close() {
        isolates.close();
        node.close();
    }
}
