package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.fetch.FetchTransport;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A function to run, as whom, and against which outside world.
///
/// @param arguments a JSON object, Convex JSON
/// @param identity claims of the caller, null for nobody
/// @param environment variables that replace the project's own of the same name
/// @param fetch answers the run's requests; closed when the run is over
/// @param job the scheduled function this run carries out, null for a run of its own
public record RunSpec(
        FunctionInfo function,
        JsonNode arguments,
        @Nullable JsonNode identity,
        Map<String, String> environment,
        LimitProfile limits,
        FetchTransport fetch,
        @Nullable String job) {
    public RunSpec {
        environment = Map.copyOf(environment);
    }
}
