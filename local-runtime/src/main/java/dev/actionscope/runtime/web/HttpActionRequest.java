package dev.actionscope.runtime.web;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A request to an HTTP action, on its way into an isolate.
///
/// @param url whole, as the client asked for it
/// @param headers in order
/// @param body empty for none
public record HttpActionRequest(String url, String method, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    public HttpActionRequest {
        headers = List.copyOf(headers);
    }

    /// The arguments of an HTTP action's call: what `requestFromConvexJson` makes a `Request` of.
    public String toJson() {
        ObjectNode json = JSON.createObjectNode().put("url", url).put("method", method);
        ArrayNode pairs = json.putArray("headerPairs");
        headers.forEach(header -> pairs.addArray().add(header.getKey()).add(header.getValue()));
        json.put("body", body.length == 0 ? null : Base64.getEncoder().encodeToString(body));
        return json.toString();
    }
}
