package dev.actionscope.runtime.recording;

import tools.jackson.databind.JsonNode;

/// What is known of a run before it starts.
///
/// @param runId unique among the project's runs
/// @param function as in `messages:sendGif`
/// @param kind, runtime, engine as in [dev.actionscope.runtime.trace.RunResult]
/// @param arguments Convex JSON
/// @param startedAtMillis since the epoch
/// @param bundleHash of the code that ran
public record RecordingHead(
        String runId,
        String function,
        String kind,
        String runtime,
        String engine,
        JsonNode arguments,
        long startedAtMillis,
        String bundleHash) {}
