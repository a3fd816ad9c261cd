package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a stubs file: which requests it answers, and how.
///
/// @param line where it stands in the file, 1-based
/// @param method null for any
/// @param delay before the answer or the fault; null for none, or what the fault takes by itself
/// @param times how many requests it answers; null for all
/// @param fault null for an ordinary answer
record Stub(
        int line,
        @Nullable String method,
        UrlPattern url,
        int status,
        List<Map.Entry<String, String>> headers,
        StubBody body,
        @Nullable Duration delay,
        @Nullable Integer times,
        @Nullable Fault fault) {

    boolean matches(Operation.Fetch request) {
        return (method == null || method.equalsIgnoreCase(request.method())) && url.matches(request.url());
    }

    /// What can go wrong with a request.
    enum Fault {
        /// The connection breaks before there is a response.
        RESET,
        /// There is no response in time.
        TIMEOUT,
        /// The host's name is not known.
        DNS,
        /// There is a response, but its body is cut in the middle.
        MALFORMED,
        /// There is a response, but late.
        SLOW;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
