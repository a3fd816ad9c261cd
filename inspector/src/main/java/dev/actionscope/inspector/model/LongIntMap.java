package dev.actionscope.inspector.model;

import java.util.Arrays;

/// Rows by span id, without boxing: open addressing, keys are positive.
final class LongIntMap {
    private static final int ABSENT = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    /// The value of a key, -1 when there is none.
    int get(long key) {
        if (key <= 0) {
            return ABSENT;
        }
        int mask = keys.length - 1;
        for (int slot = slotOf(key, mask); keys[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    /// Adds a key that is not there yet.
    void put(long key, int value) {
        if (key <= 0) {
            throw new IllegalArgumentException("span ids start at 1: " + key);
        }
        if (size * 2 >= keys.length) {
            grow();
        }
        insert(key, value);
        size++;
    }

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    private void insert(long key, int value) {
        int mask = keys.length - 1;
        int slot = slotOf(key, mask);
        while (keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int slotOf(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
