package dev.actionscope.runtime.node;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Operation.BlobAnswer;
import dev.actionscope.runtime.seam.Operation.FetchAnswer;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The operations a Node process has begun, taken to the seam and answered.
final class NodeOperations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final NodeProcess process;
    private final Seam seam;
    private final NodeBundle files;
    private final Map<Long, Begun> begun = new ConcurrentHashMap<>();

    /// @param what as the user wrote it, or the operation's name
    record Begun(Pending pending, CallSite site, String what) {}

    NodeOperations(NodeProcess process, Seam seam, NodeBundle files) {
        this.process = process;
        this.seam = seam;
        this.files = files;
    }

    void begin(JsonNode message) {
        long id = message.path("id").asLong();
        CallSite site = files.site(message.path("stack").asString(""));
        Operation operation = operation(message);
        Answer answer = new Answer(id);
        Pending pending = seam.begin(operation, site, 0, answer);
        if (!answer.done) {
            begun.put(id, new Begun(pending, site, what(operation)));
            if (answer.done) {
                begun.remove(id);
            }
        }
    }

    private static String what(Operation operation) {
        return switch (operation) {
            case Operation.Syscall syscall -> what(syscall.name());
            case Operation.Fetch _, Operation.ReadBody _ -> "fetch(...)";
            case Operation.Timer _ -> "setTimeout(...)";
            case Operation.StoreBlob _ -> "ctx.storage.store(...)";
            case Operation.GetBlob _ -> "ctx.storage.get(...)";
        };
    }

    private static String what(String syscall) {
        return switch (syscall) {
            case "1.0/actions/query" -> "ctx.runQuery(...)";
            case "1.0/actions/mutation" -> "ctx.runMutation(...)";
            case "1.0/actions/action" -> "ctx.runAction(...)";
            case "1.0/actions/schedule" -> "ctx.scheduler.runAfter(...)";
            default -> syscall.substring(syscall.lastIndexOf('/') + 1) + "(...)";
        };
    }

    private static Operation operation(JsonNode message) {
        return switch (message.path("op").asString()) {
            case "syscall" -> new Operation.Syscall(message.path("name").asString(), message.path("args"));
            case "fetch" ->
                new Operation.Fetch(
                        message.path("url").asString(),
                        message.path("method").asString(),
                        headers(message.path("headers")),
                        bytes(message.path("body")));
            case "readBody" -> new Operation.ReadBody(message.path("bodyId").asLong());
            case "storeBlob" ->
                new Operation.StoreBlob(
                        Base64.getDecoder().decode(message.path("bytes").asString()),
                        text(message.path("contentType")),
                        text(message.path("sha256")));
            case "getBlob" -> new Operation.GetBlob(message.path("storageId").asString());
            case String other -> throw new IllegalStateException("node-host.mjs sent " + other);
        };
    }

    private static List<Map.Entry<String, String>> headers(JsonNode pairs) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        pairs.forEach(pair ->
                headers.add(Map.entry(pair.get(0).asString(), pair.get(1).asString())));
        return headers;
    }

    private static byte @Nullable [] bytes(JsonNode base64) {
        return base64.isString() ? Base64.getDecoder().decode(base64.stringValue()) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /// An operation its function did not wait for; null when it was answered meanwhile.
    @Nullable
    Begun abandon(long id) {
        Begun left = begun.remove(id);
        if (left != null) {
            left.pending().cancel(true);
        }
        return left;
    }

    void abandonAll() {
        begun.values().forEach(left -> left.pending().cancel(false));
        begun.clear();
    }

    /// Takes an answer to the process, whatever thread it comes from.
    private final class Answer implements Completion {
        private final long id;
        private volatile boolean done;

        Answer(long id) {
            this.id = id;
        }

        @Override
        public void succeed(@Nullable Object answer) {
            ObjectNode message = JSON.objectNode().put("type", "answer").put("id", id);
            message.set("value", json(answer));
            reply(message);
        }

        @Override
        public void fail(SyscallException failure) {
            ObjectNode message =
                    JSON.objectNode().put("type", "fail").put("id", id).put("message", failure.text());
            if (failure.data() != null) {
                message.set("data", failure.data());
            }
            reply(message);
        }

        private void reply(ObjectNode message) {
            done = true;
            begun.remove(id);
            process.send(message);
        }
    }

    private static JsonNode json(@Nullable Object answer) {
        return switch (answer) {
            case null -> JSON.nullNode();
            case JsonNode node -> node;
            case byte[] chunk -> JSON.stringNode(Base64.getEncoder().encodeToString(chunk));
            case BlobAnswer(byte[] blob, String contentType) ->
                JSON.objectNode()
                        .put("bytes", Base64.getEncoder().encodeToString(blob))
                        .put("contentType", contentType);
            case FetchAnswer head -> head(head);
            default -> JSON.stringNode(answer.toString());
        };
    }

    private static ObjectNode head(FetchAnswer head) {
        ObjectNode json = JSON.objectNode()
                .put("status", head.status())
                .put("statusText", head.statusText())
                .put("url", head.url())
                .put("bodyId", head.bodyId());
        ArrayNode headers = json.putArray("headers");
        head.headers().forEach(header -> headers.addArray().add(header.getKey()).add(header.getValue()));
        return json;
    }
}
