package dev.actionscope.app.arguments;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// What a run is given.
public sealed interface Arguments {
    /// A value, as Convex JSON.
    record Value(JsonNode json) implements Arguments {}

    /// A JSON file, too large to be shown.
    record File(Path path, long bytes) implements Arguments {}

    /// Nothing that could be run with.
    ///
    /// @param message one line: what is wrong, where
    record Invalid(String message) implements Arguments {}
}
