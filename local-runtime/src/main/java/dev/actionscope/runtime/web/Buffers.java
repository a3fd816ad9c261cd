package dev.actionscope.runtime.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/// Bytes on their way between the host and one realm's `ArrayBuffer`s.
final class Buffers {
    private final Value arrayBuffer;

    Buffers(Context context) {
        this.arrayBuffer = context.getBindings("js").getMember("ArrayBuffer");
    }

    /// A copy of an `ArrayBuffer`'s bytes.
    byte[] bytes(Value buffer) {
        return bytes(buffer, 0, Math.toIntExact(buffer.getBufferSize()));
    }

    /// A copy of some of an `ArrayBuffer`'s bytes.
    byte[] bytes(Value buffer, long offset, int length) {
        byte[] bytes = new byte[length];
        if (length > 0) {
            buffer.readBuffer(offset, bytes, 0, length);
        }
        return bytes;
    }

    /// A new `ArrayBuffer` with these bytes.
    Value buffer(byte[] bytes) {
        Value buffer = arrayBuffer.newInstance(bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (source.remaining() >= Long.BYTES) {
            buffer.writeBufferLong(ByteOrder.LITTLE_ENDIAN, source.position(), source.getLong());
        }
        while (source.hasRemaining()) {
            buffer.writeBufferByte(source.position(), source.get());
        }
        return buffer;
    }
}
