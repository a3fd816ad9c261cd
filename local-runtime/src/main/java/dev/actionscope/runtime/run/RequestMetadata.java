package dev.actionscope.runtime.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What `ctx.meta` tells of the request behind a call: a local run has no client.
final class RequestMetadata {
    private RequestMetadata() {}

    static JsonNode of(RunContext run) {
        return JsonNodeFactory.instance
                .objectNode()
                .putNull("ip")
                .putNull("userAgent")
                .put("requestId", run.requestId())
                .putNull("scheduledFunctionId")
                .putNull("authToken");
    }
}
