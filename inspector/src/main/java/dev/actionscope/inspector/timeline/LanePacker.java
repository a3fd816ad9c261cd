package dev.actionscope.inspector.timeline;

import java.util.Arrays;

/// Finds the topmost lanes that are free from some moment on: a minimum tree over the moments at which lanes fall free.
final class LanePacker {
    private int capacity = 16;
    private long[] freeFrom = empty(16);

    /// The first of `height` neighbouring lanes that are all free at `start`; they are taken until `end`.
    int place(long start, long end, int height) {
        int lane = firstFree(0, start);
        int probe = lane;
        while (probe < lane + height) {
            if (probe >= capacity || freeAt(probe) <= start) {
                probe++;
            } else {
                lane = firstFree(probe + 1, start);
                probe = lane;
            }
        }
        for (int taken = lane; taken < lane + height; taken++) {
            take(taken, end);
        }
        return lane;
    }

    /// Makes all lanes free.
    void clear() {
        Arrays.fill(freeFrom, Long.MIN_VALUE);
    }

    private long freeAt(int lane) {
        return freeFrom[capacity + lane];
    }

    /// The first lane at or after `from` that is free at `start`; lanes past the capacity are.
    private int firstFree(int from, long start) {
        if (from >= capacity) {
            return from;
        }
        int node = capacity + from;
        while (freeFrom[node] > start) {
            while ((node & 1) == 1) {
                node >>= 1;
                if (node <= 1) {
                    return capacity;
                }
            }
            node++;
        }
        while (node < capacity) {
            node *= 2;
            if (freeFrom[node] > start) {
                node++;
            }
        }
        return node - capacity;
    }

    private void take(int lane, long end) {
        while (lane >= capacity) {
            grow();
        }
        int node = capacity + lane;
        freeFrom[node] = end;
        for (node >>= 1; node >= 1; node >>= 1) {
            freeFrom[node] = Math.min(freeFrom[2 * node], freeFrom[2 * node + 1]);
        }
    }

    private void grow() {
        long[] bigger = empty(capacity * 2);
        System.arraycopy(freeFrom, capacity, bigger, capacity * 2, capacity);
        capacity *= 2;
        for (int node = capacity - 1; node >= 1; node--) {
            bigger[node] = Math.min(bigger[2 * node], bigger[2 * node + 1]);
        }
        freeFrom = bigger;
    }

    private static long[] empty(int capacity) {
        long[] nodes = new long[2 * capacity];
        Arrays.fill(nodes, Long.MIN_VALUE);
        return nodes;
    }
}
