package dev.actionscope.runtime.fetch;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/// The head of a response, and its body still to be read.
///
/// @param statusText empty where the protocol has none
/// @param headers in order
/// @param body decompressed; whoever has the response closes it
public record FetchResponse(int status, String statusText, List<Map.Entry<String, String>> headers, InputStream body) {
    public FetchResponse {
        headers = List.copyOf(headers);
    }
}
