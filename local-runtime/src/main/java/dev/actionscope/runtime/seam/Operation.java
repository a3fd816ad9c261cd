package dev.actionscope.runtime.seam;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Something user code begins and that ends later.
public sealed interface Operation {

    /// `Convex.asyncSyscall(name, arguments)`; answered by JSON.
    record Syscall(String name, JsonNode arguments) implements Operation {}

    /// `fetch`, one hop: redirects are followed in JavaScript. Answered by a [FetchAnswer].
    ///
    /// @param headers in order, names as given
    /// @param body null for none
    record Fetch(String url, String method, List<Map.Entry<String, String>> headers, byte @Nullable [] body)
            implements Operation {
        public Fetch {
            headers = List.copyOf(headers);
        }
    }

    /// The next chunk of a response's body. Answered by bytes, or null at its end.
    ///
    /// @param bodyId from [FetchAnswer]
    record ReadBody(long bodyId) implements Operation {}

    /// `setTimeout`, `setInterval` (one `Timer` for each tick) or `AbortSignal.timeout`. Answered by null when due.
    record Timer(double delayMillis, String name) implements Operation {}

    /// `ctx.storage.store`. Answered by JSON: the storage id.
    record StoreBlob(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String sha256) implements Operation {}

    /// `ctx.storage.get`. Answered by a [BlobAnswer], or null when there is no such file.
    record GetBlob(String storageId) implements Operation {}

    /// The head of a response.
    ///
    /// @param bodyId to read the body with [ReadBody]
    record FetchAnswer(
            int status, String statusText, List<Map.Entry<String, String>> headers, String url, long bodyId) {
        public FetchAnswer {
            headers = List.copyOf(headers);
        }
    }

    /// A stored file.
    record BlobAnswer(byte[] bytes, @Nullable String contentType) {}
}
