package dev.actionscope.runtime.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A function to run.
///
/// @param function as `npx convex run` takes it: `messages:sendGif`, `api.a.b.fn`
/// @param arguments a JSON object, Convex JSON accepted
/// @param identity the caller's identity claims, null for none
/// @param environment variables that replace the project's own of the same name
/// @param stubsFile answers for `fetch`, null for none
/// @param engine `interpreter` or `optimising`
/// @param limits `cloud`, `self-hosted`, `seed`, `none`, or a file
/// @param record whether to record it
public record RunRequest(
        String function,
        JsonNode arguments,
        @Nullable JsonNode identity,
        Map<String, String> environment,
        @Nullable String stubsFile,
        String engine,
        String limits,
        boolean record) {
    public RunRequest {
        environment = Map.copyOf(environment);
    }
}
