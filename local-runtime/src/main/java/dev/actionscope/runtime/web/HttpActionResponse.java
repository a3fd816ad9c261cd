package dev.actionscope.runtime.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an HTTP action answered, with all of its body.
///
/// @param statusText empty when the action gave none
/// @param headers in order; `set-cookie` may come more than once
public record HttpActionResponse(int status, String statusText, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    public HttpActionResponse {
        headers = List.copyOf(headers);
    }

    /// Reads the value that the call of an HTTP action returned.
    public static HttpActionResponse of(String json) {
        JsonNode response = JSON.readTree(json);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (JsonNode pair : response.path("headerPairs")) {
            headers.add(Map.entry(pair.get(0).asString(), pair.get(1).asString()));
        }
        byte[] body = Base64.getDecoder().decode(response.path("body").asString(""));
        return new HttpActionResponse(
                response.path("status").asInt(), response.path("statusText").asString(""), headers, body);
    }
}
