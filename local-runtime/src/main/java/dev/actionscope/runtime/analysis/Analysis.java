package dev.actionscope.runtime.analysis;

import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What loading every module of a bundle told.
///
/// @param functions sorted by module, then by position
/// @param schema the schema's export JSON, null when there is none
/// @param crons the crons' export JSON by name, null when there is none
/// @param authConfig the default export of `auth.config`, null when there is none
/// @param httpRoutes in the router's order
/// @param failures by module path: modules that threw while loading, with Convex's text
public record Analysis(
        List<FunctionInfo> functions,
        @Nullable JsonNode schema,
        @Nullable JsonNode crons,
        @Nullable JsonNode authConfig,
        List<HttpRoute> httpRoutes,
        Map<String, RunError> failures) {
    public Analysis {
        functions = List.copyOf(functions);
        httpRoutes = List.copyOf(httpRoutes);
        failures = Map.copyOf(failures);
    }

    /// One route of `http.ts`.
    ///
    /// @param path exact, or a prefix ending in `*`
    public record HttpRoute(String method, String path) {}

    /// The function of that path, or null.
    public @Nullable FunctionInfo function(String path) {
        for (FunctionInfo function : functions) {
            if (function.path().equals(path)) {
                return function;
            }
        }
        return null;
    }
}
