package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.SpanStatus;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The span of one request: it ends with the response's head, and is extended by each part of the body that is read.
final class FetchSpan {
    /// How much of a body is kept to be looked at, in bytes.
    private static final int KEPT_BODY = 1024 * 1024;

    private final OpenSpan span;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long bodyBytes;

    private FetchSpan(OpenSpan span) {
        this.span = span;
    }

    static FetchSpan begin(OpenSpan span, Operation.Fetch request) {
        span.with("method", request.method());
        span.with("url", request.url());
        span.with("requestHeaders", headers(request.headers()));
        byte[] sent = request.body();
        if (sent != null) {
            span.with("requestBytes", sent.length);
            span.with("requestBody", text(sent));
        }
        return new FetchSpan(span.start());
    }

    /// `GET api.giphy.com/v1/gifs/translate`: without the query, which may be long and hold secrets.
    static String name(Operation.Fetch request) {
        String url = request.url();
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null) {
                int port = uri.getPort();
                url = uri.getHost() + (port < 0 ? "" : ":" + port) + uri.getRawPath();
            }
        } catch (IllegalArgumentException _) {
            url = url.split("[?#]", 2)[0];
        }
        return request.method() + " " + url;
    }

    OpenSpan span() {
        return span;
    }

    /// Notes the head of the response, and hands it on.
    Completion head(Completion completion, java.util.function.LongConsumer bodyOpened) {
        return new Completion() {
            @Override
            public void succeed(@Nullable Object answer) {
                if (answer instanceof Operation.FetchAnswer head) {
                    span.with("status", head.status());
                    span.with("responseHeaders", headers(head.headers()));
                    bodyOpened.accept(head.bodyId());
                }
                span.end(SpanStatus.OK);
                completion.succeed(answer);
            }

            @Override
            public void fail(SyscallException failure) {
                FetchSpan.this.fail(failure, completion);
            }
        };
    }

    /// Notes a part of the body, and hands it on.
    Completion part(Completion completion) {
        return new Completion() {
            @Override
            public void succeed(@Nullable Object answer) {
                if (answer instanceof byte[] chunk) {
                    received(chunk);
                } else {
                    span.with("responseBytes", bodyBytes);
                    span.with("responseBody", text(body.toByteArray()));
                }
                span.extend();
                completion.succeed(answer);
            }

            @Override
            public void fail(SyscallException failure) {
                FetchSpan.this.fail(failure, completion);
            }
        };
    }

    private synchronized void received(byte[] chunk) {
        bodyBytes += chunk.length;
        int room = KEPT_BODY - body.size();
        if (room > 0) {
            body.write(chunk, 0, Math.min(room, chunk.length));
        }
    }

    private void fail(SyscallException failure, Completion completion) {
        span.with("error", failure.text());
        span.fail();
        completion.fail(failure);
    }

    private static ObjectNode headers(List<Map.Entry<String, String>> headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        headers.forEach(header -> json.put(header.getKey(), header.getValue()));
        return json;
    }

    /// JSON as JSON, other text as text, bytes as their number.
    private static JsonNode text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            return JsonNodeFactory.instance.stringNode("(" + bytes.length + " bytes)");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JsonMapper.shared().readTree(text);
            } catch (JacksonException _) {
                return JsonNodeFactory.instance.stringNode(text);
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }
}
