package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.query.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a transaction has read: intervals of index keys, merged where they touch. Not for two threads at once.
public final class ReadSet {
    private final Map<Integer, TreeMap<byte[], byte @Nullable []>> intervals = new HashMap<>();
    private int count;

    /// Adds an interval of an index.
    void add(int index, Interval interval) {
        if (interval.isEmpty()) {
            return;
        }
        TreeMap<byte[], byte @Nullable []> ofIndex =
                intervals.computeIfAbsent(index, i -> new TreeMap<>(Arrays::compareUnsigned));
        count -= ofIndex.size();
        byte[] start = interval.start();
        byte[] end = interval.end();
        Map.Entry<byte[], byte @Nullable []> before = ofIndex.floorEntry(start);
        if (before != null && reaches(before.getValue(), start)) {
            start = before.getKey();
            end = later(before.getValue(), end);
        }
        Map.Entry<byte[], byte @Nullable []> next = ofIndex.ceilingEntry(start);
        while (next != null && reaches(end, next.getKey())) {
            end = later(next.getValue(), end);
            ofIndex.remove(next.getKey());
            next = ofIndex.ceilingEntry(start);
        }
        ofIndex.put(start, end);
        count += ofIndex.size();
    }

    private static boolean reaches(byte @Nullable [] end, byte[] start) {
        return end == null || Arrays.compareUnsigned(end, start) >= 0;
    }

    private static byte @Nullable [] later(byte @Nullable [] a, byte @Nullable [] b) {
        return a == null || b == null ? null : Arrays.compareUnsigned(a, b) >= 0 ? a : b;
    }

    /// Whether a key of an index was read, or would have been had it been there.
    boolean contains(int index, byte[] key) {
        TreeMap<byte[], byte @Nullable []> ofIndex = intervals.get(index);
        if (ofIndex == null) {
            return false;
        }
        Map.Entry<byte[], byte @Nullable []> at = ofIndex.floorEntry(key);
        return at != null && new Interval(at.getKey(), at.getValue()).contains(key);
    }

    /// How many intervals it has.
    public int size() {
        return count;
    }

    /// Whether anything of an index was read.
    boolean touches(int index) {
        return intervals.containsKey(index);
    }
}
