package dev.actionscope.runtime.value;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.CommitTimestamp;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Null;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.ConvexValue.Undefined;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bytes that stand for a list of values in an index: unsigned byte order is the order of the values
/// ([ValueOrder]), and the bytes of a list's first values are a prefix of the list's bytes.
///
/// One value is a type's byte and then: a big-endian number with its sign bit turned; a string's or bytes' content with
/// `00` written as `01 01` and `01` as `01 02`, ended by `00`; an array's elements ended by `00`; an object's fields,
/// each `01`, its
/// name as a string's content and its value, ended by `00`.
public final class IndexKey {
    private static final int END = 0x00;
    private static final int FIELD = 0x01;
    private static final int ESCAPE = 0x01;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(48);

    private IndexKey() {}

    /// The key of these values in this order.
    public static byte[] of(List<ConvexValue> values) {
        IndexKey key = new IndexKey();
        for (ConvexValue value : values) {
            key.write(value);
        }
        return key.bytes.toByteArray();
    }

    /// The least key greater than every key that begins with these bytes; null when there is none.
    public static byte @Nullable [] afterPrefix(byte[] prefix) {
        int length = prefix.length;
        while (length > 0 && prefix[length - 1] == (byte) 0xFF) {
            length--;
        }
        if (length == 0) {
            return null;
        }
        byte[] next = Arrays.copyOf(prefix, length);
        next[length - 1]++;
        return next;
    }

    private void write(ConvexValue value) {
        switch (value) {
            case Undefined u -> bytes.write(ValueOrder.rank(value));
            case Null n -> bytes.write(ValueOrder.rank(value));
            case Int64 i -> number(value, ValueOrder.integer(value));
            case CommitTimestamp c -> number(value, ValueOrder.integer(value));
            case Float64(double d) -> number(value, ValueOrder.sortable(d));
            case Bool(boolean b) -> {
                bytes.write(ValueOrder.rank(value));
                bytes.write(b ? 2 : 1);
            }
            case Text(String text) -> {
                bytes.write(ValueOrder.rank(value));
                content(text.getBytes(StandardCharsets.UTF_8));
            }
            case Bytes(byte[] content) -> {
                bytes.write(ValueOrder.rank(value));
                content(content);
            }
            case Array(List<ConvexValue> items) -> {
                bytes.write(ValueOrder.rank(value));
                items.forEach(this::write);
                bytes.write(END);
            }
            case Obj(Map<String, ConvexValue> fields) -> {
                bytes.write(ValueOrder.rank(value));
                fields.forEach((name, field) -> {
                    bytes.write(FIELD);
                    content(name.getBytes(StandardCharsets.UTF_8));
                    write(field);
                });
                bytes.write(END);
            }
        }
    }

    private void number(ConvexValue value, long sortable) {
        bytes.write(ValueOrder.rank(value));
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .putLong(sortable ^ Long.MIN_VALUE)
                .array());
    }

    private void content(byte[] content) {
        for (byte b : content) {
            if (b == END || b == ESCAPE) {
                bytes.write(ESCAPE);
                bytes.write(b + 1);
            } else {
                bytes.write(b);
            }
        }
        bytes.write(END);
    }
}
