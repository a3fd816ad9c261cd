package dev.actionscope.runtime.web;

import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.isolate.Realm.BegunOperation;
import dev.actionscope.runtime.seam.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What leaves the isolate through the seam: requests, bodies, stored files.
final class NetworkFunctions {
    private final Realm realm;
    private final Buffers buffers;

    NetworkFunctions(Realm realm, Buffers buffers) {
        this.realm = realm;
        this.buffers = buffers;
    }

    void addTo(Map<String, Object> members) {
        members.put("fetch", (ProxyExecutable) this::fetch);
        members.put("readBody", (ProxyExecutable)
                arguments -> realm.begin(new Operation.ReadBody(arguments[0].asLong()), NetworkFunctions::chunk)
                        .promise());
        members.put("dropBody", (ProxyExecutable) arguments -> {
            realm.seam().dropBody(arguments[0].asLong());
            return null;
        });
        members.put("chunkBytes", (ProxyExecutable) arguments -> arguments[0].isNull()
                ? null
                : buffers.buffer(arguments[0].<Chunk>asProxyObject().bytes()));
        members.put("joinBytes", (ProxyExecutable) arguments -> buffers.buffer(Chunk.join(arguments[0])));
        members.put("joinText", (ProxyExecutable) arguments -> TextFunctions.utf8(Chunk.join(arguments[0]), false));
        members.put("storeBlob", (ProxyExecutable) this::storeBlob);
        members.put("getBlob", (ProxyExecutable)
                arguments -> realm.begin(new Operation.GetBlob(arguments[0].asString()), this::blob)
                        .promise());
    }

    private Object fetch(Value[] arguments) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        Value pairs = arguments[2];
        for (long index = 0; index < pairs.getArraySize(); index++) {
            Value pair = pairs.getArrayElement(index);
            headers.add(Map.entry(
                    pair.getArrayElement(0).asString(), pair.getArrayElement(1).asString()));
        }
        byte[] body = arguments[3].isNull() ? null : buffers.bytes(arguments[3]);
        Operation operation = new Operation.Fetch(arguments[0].asString(), arguments[1].asString(), headers, body);
        BegunOperation begun = realm.begin(operation, NetworkFunctions::head);
        ProxyExecutable cancel = ignored -> {
            begun.cancel();
            return null;
        };
        return ProxyObject.fromMap(Map.of("promise", begun.promise(), "cancel", cancel));
    }

    private static Object head(@Nullable Object answer) {
        if (!(answer instanceof Operation.FetchAnswer head)) {
            throw new IllegalStateException("fetch was answered by " + answer);
        }
        Object[] headers = head.headers().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray();
        return ProxyObject.fromMap(Map.of(
                "status", head.status(),
                "statusText", head.statusText(),
                "url", head.url(),
                "bodyId", head.bodyId(),
                "headers", ProxyArray.fromArray(headers)));
    }

    private static @Nullable Object chunk(@Nullable Object answer) {
        return answer == null ? null : new Chunk((byte[]) answer);
    }

    private Object storeBlob(Value[] arguments) {
        String type = arguments[1].asString();
        String sha256 = arguments[2].isNull() ? null : arguments[2].asString();
        Operation operation =
                new Operation.StoreBlob(buffers.bytes(arguments[0]), type.isEmpty() ? null : type, sha256);
        return realm.begin(operation, answer -> answer instanceof JsonNode json ? json.asString() : null)
                .promise();
    }

    private @Nullable Object blob(@Nullable Object answer) {
        if (!(answer instanceof Operation.BlobAnswer found)) {
            return null;
        }
        String contentType = found.contentType() == null ? "" : found.contentType();
        return ProxyObject.fromMap(Map.of("bytes", buffers.buffer(found.bytes()), "contentType", contentType));
    }
}
