package dev.actionscope.runtime.database.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A range of an index's keys ([dev.actionscope.runtime.value.IndexKey]), in unsigned byte order.
///
/// @param start the first key in it
/// @param end the first key after it, null for no end
public record Interval(byte[] start, byte @Nullable [] end) {
    /// Every key.
    public static final Interval ALL = new Interval(new byte[0], null);

    /// One key.
    public static Interval of(byte[] key) {
        return new Interval(key, successor(key));
    }

    /// The least key greater than this one.
    public static byte[] successor(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    /// Whether no key is in it.
    public boolean isEmpty() {
        return end != null && Arrays.compareUnsigned(start, end) >= 0;
    }

    /// Whether a key is in it.
    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(start, key) <= 0 && (end == null || Arrays.compareUnsigned(key, end) < 0);
    }

    /// What a scan has seen once it stands at a key, that key included.
    public Interval upTo(byte[] key, boolean descending) {
        return descending ? new Interval(max(start, key), end) : new Interval(start, min(successor(key)));
    }

    /// What a scan that stands at a key has still to see.
    public Interval after(byte[] key, boolean descending) {
        return descending ? new Interval(start, min(key)) : new Interval(max(start, successor(key)), end);
    }

    private static byte[] max(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b) >= 0 ? a : b;
    }

    private byte[] min(byte[] key) {
        return end == null || Arrays.compareUnsigned(key, end) <= 0 ? key : end;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval that && Arrays.equals(start, that.start) && Arrays.equals(end, that.end);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(end);
    }
}
