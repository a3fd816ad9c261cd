package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.fetch.Stub.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a stubs file: a JSON array of entries, each checked for what it may hold.
final class StubsReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> MEMBERS =
            Set.of("method", "url", "status", "headers", "json", "body", "file", "delayMs", "times", "fault");

    private final Path file;
    private int line = 1;
    private int entry;

    private StubsReader(Path file) {
        this.file = file;
    }

    /// @param file to name in errors; paths in the text are relative to its folder
    static List<Stub> read(Path file, String text) throws StubsException {
        return new StubsReader(file).read(text);
    }

    private List<Stub> read(String text) throws StubsException {
        List<Stub> stubs = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new StubsException(file, line, "a stubs file is a JSON array of entries: start it with [");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                entry++;
                JsonNode node = parser.readValueAsTree();
                stubs.add(stub(node));
            }
        } catch (JacksonException malformed) {
            int where = malformed.getLocation() == null
                    ? line
                    : malformed.getLocation().getLineNr();
            throw new StubsException(file, where, "not JSON: " + malformed.getOriginalMessage());
        }
        return List.copyOf(stubs);
    }

    private Stub stub(JsonNode node) throws StubsException {
        checkMembers(node);
        String url = url(node);
        Integer delay = integer(node, "delayMs", 0, Integer.MAX_VALUE);
        Integer status = integer(node, "status", 200, 599);
        StubBody body = body(node);
        return new Stub(
                line,
                text(node, "method"),
                UrlPattern.of(url),
                status == null ? 200 : status,
                headers(node, body),
                body,
                delay == null ? null : Duration.ofMillis(delay),
                integer(node, "times", 1, Integer.MAX_VALUE),
                fault(node));
    }

    private void checkMembers(JsonNode node) throws StubsException {
        if (!node.isObject()) {
            throw refuse("is not an object");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw refuse("has an unknown member \"" + member.getKey() + "\"; there are "
                        + MEMBERS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private String url(JsonNode node) throws StubsException {
        String url = text(node, "url");
        if (url == null) {
            throw refuse("has no \"url\"");
        }
        if (!url.startsWith("http://") && !url.startsWith("https://") && !url.startsWith("*")) {
            throw refuse("has a \"url\" that starts with neither http://, https:// nor *: " + url);
        }
        return url;
    }

    private StubBody body(JsonNode node) throws StubsException {
        List<String> given =
                List.of("json", "body", "file").stream().filter(node::has).toList();
        if (given.size() > 1) {
            throw refuse("has both \"" + given.get(0) + "\" and \"" + given.get(1) + "\": keep one");
        }
        if (node.has("json")) {
            return new StubBody.Text(JSON.writeValueAsString(node.get("json")), "application/json");
        }
        String body = text(node, "body");
        if (body != null) {
            return new StubBody.Text(body, "text/plain;charset=UTF-8");
        }
        String path = text(node, "file");
        return path == null ? new StubBody.Empty() : new StubBody.FileBytes(file.resolveSibling(path));
    }

    private List<Map.Entry<String, String>> headers(JsonNode node, StubBody body) throws StubsException {
        JsonNode given = node.path("headers");
        if (!given.isMissingNode() && !given.isObject()) {
            throw refuse("has \"headers\" that are not an object");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : given.properties()) {
            if (!header.getValue().isValueNode() || header.getValue().isNull()) {
                throw refuse("has a header \"" + header.getKey() + "\" that is not text");
            }
            headers.put(header.getKey(), header.getValue().asString());
        }
        if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            body.contentType().ifPresent(type -> headers.put("content-type", type));
        }
        return List.copyOf(headers.entrySet());
    }

    private @Nullable Fault fault(JsonNode node) throws StubsException {
        String given = text(node, "fault");
        if (given == null) {
            return null;
        }
        for (Fault fault : Fault.values()) {
            if (fault.id().equals(given)) {
                return fault;
            }
        }
        throw refuse("has an unknown \"fault\": \"" + given + "\"; there are "
                + Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.joining(", ")));
    }

    private @Nullable String text(JsonNode node, String member) throws StubsException {
        JsonNode value = node.get(member);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw refuse("has a \"" + member + "\" that is not a string");
        }
        return value.stringValue();
    }

    private @Nullable Integer integer(JsonNode node, String member, int least, int most) throws StubsException {
        JsonNode value = node.get(member);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw refuse("has a \"" + member + "\" that is not a whole number "
                    + (most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most));
        }
        return value.asInt();
    }

    private StubsException refuse(String why) {
        return new StubsException(file, line, "entry " + entry + " " + why);
    }
}
