package dev.actionscope.runtime.web;

import java.io.ByteArrayOutputStream;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.Proxy;

/// A piece of a body that user code has not asked to see: scripts only pass it on.
record Chunk(byte[] bytes) implements Proxy {

    /// The bytes of an array of chunks.
    static byte[] join(Value chunks) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (long index = 0; index < chunks.getArraySize(); index++) {
            Chunk chunk = chunks.getArrayElement(index).asProxyObject();
            joined.writeBytes(chunk.bytes());
        }
        return joined.toByteArray();
    }
}
