package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;

/// Which function to call with what.
///
/// @param modulePath as in `dir/mod.js`
/// @param export the export's name
/// @param argumentsJson a JSON array with exactly one object, Convex JSON: `[{"a":1}]`; for http actions the request's
///     JSON
/// @param requestId handed to actions, which give it back with every syscall
public record FunctionCall(
        String modulePath, String export, FunctionKind kind, String argumentsJson, String requestId) {}
