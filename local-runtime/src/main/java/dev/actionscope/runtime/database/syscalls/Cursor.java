package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.Paging;
import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.database.QueryStream;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.seam.SyscallException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;

/// A place in the results of one query, as a text that means nothing to user code and fits no other query.
record Cursor(byte[] fingerprint, Position position) {
    private static final int FINGERPRINT = 16;
    private static final byte END = 0;
    private static final byte AFTER = 1;

    /// What tells queries apart: their text and the fields of their index.
    static byte[] fingerprint(Query query, QueryStream stream) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.json().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(stream.fields().toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String encode() {
        byte[] key = position instanceof Paging.After(byte[] after) ? after : new byte[0];
        byte[] bytes = ByteBuffer.allocate(FINGERPRINT + 1 + key.length)
                .put(fingerprint)
                .put(position instanceof Paging.End ? END : AFTER)
                .put(key)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Cursor decode(String text) throws SyscallException {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException foreign) {
            throw invalid();
        }
        if (bytes.length <= FINGERPRINT) {
            throw invalid();
        }
        Position position = bytes[FINGERPRINT] == END
                ? new Paging.End()
                : new Paging.After(Arrays.copyOfRange(bytes, FINGERPRINT + 1, bytes.length));
        return new Cursor(Arrays.copyOf(bytes, FINGERPRINT), position);
    }

    void checkBelongsTo(byte[] query) throws SyscallException {
        if (!Arrays.equals(fingerprint, query)) {
            throw invalid();
        }
    }

    private static SyscallException invalid() {
        return new SyscallException(
                "InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a"
                        + " different query.",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("isConvexSystemError", true)
                        .put("paginationError", "InvalidCursor"));
    }
}
