package dev.actionscope.runtime.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One message of esbuild's service protocol: a length, an id whose lowest bit tells answers from requests, and a
/// value of seven kinds (null, boolean, 32-bit integer, string, bytes, array, map); integers are little-endian.
record EsbuildPacket(int id, boolean isAnswer, JsonNode value) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 1 << 30;

    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        writeInt(out, 0);
        writeInt(out, id << 1 | (isAnswer ? 1 : 0));
        writeValue(out, value);
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, bytes.length - 4);
        return bytes;
    }

    static EsbuildPacket decode(byte[] body) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int head = in.getInt();
            JsonNode value = readValue(in);
            if (in.hasRemaining()) {
                throw new IOException("esbuild sent a packet with " + in.remaining() + " bytes too many");
            }
            return new EsbuildPacket(head >>> 1, (head & 1) == 1, value);
        } catch (BufferUnderflowException e) {
            throw new IOException("esbuild sent a packet that ends too early", e);
        }
    }

    /// The bytes after a length, or null when the stream ended before one.
    static byte @Nullable [] readBody(InputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            return null;
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("esbuild announced a packet of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("esbuild's output ended within a packet");
        }
        return body;
    }

    private static JsonNode readValue(ByteBuffer in) throws IOException {
        byte kind = in.get();
        return switch (kind) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(in.get() != 0);
            case 2 -> NODES.numberNode(in.getInt());
            case 3 -> NODES.stringNode(readString(in));
            case 4 -> NODES.binaryNode(readBytes(in));
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                int count = in.getInt();
                for (int i = 0; i < count; i++) {
                    array.add(readValue(in));
                }
                yield array;
            }
            case 6 -> {
                ObjectNode map = NODES.objectNode();
                int count = in.getInt();
                for (int i = 0; i < count; i++) {
                    String key = readString(in);
                    map.set(key, readValue(in));
                }
                yield map;
            }
            default -> throw new IOException("esbuild sent a value of unknown kind " + kind);
        };
    }

    private static String readString(ByteBuffer in) {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void writeValue(ByteArrayOutputStream out, JsonNode value) {
        switch (value.getNodeType()) {
            case BOOLEAN -> {
                out.write(1);
                out.write(value.booleanValue() ? 1 : 0);
            }
            case NUMBER -> {
                out.write(2);
                writeInt(out, value.intValue());
            }
            case STRING -> {
                out.write(3);
                writeBytes(out, value.stringValue().getBytes(StandardCharsets.UTF_8));
            }
            case BINARY -> {
                out.write(4);
                writeBytes(out, value.binaryValue());
            }
            case ARRAY -> {
                out.write(5);
                writeInt(out, value.size());
                value.forEach(item -> writeValue(out, item));
            }
            case OBJECT -> {
                out.write(6);
                writeMap(out, value);
            }
            case NULL, MISSING, POJO -> out.write(0);
        }
    }

    private static void writeMap(ByteArrayOutputStream out, JsonNode map) {
        writeInt(out, map.size());
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            writeBytes(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
            writeValue(out, entry.getValue());
        }
    }

    private static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
        writeInt(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >>> 8);
        out.write(value >>> 16);
        out.write(value >>> 24);
    }
}
