package dev.actionscope.inspector.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parents and children of rows, as linked lists in order of arrival; the list of `NONE` holds the roots.
///
/// A span whose parent is not known yet is a root until the parent comes.
final class SpanLinks {
    static final int NONE = -1;

    private int[] parents = new int[64];
    /// Shifted by one: entry 0 belongs to the roots.
    private int[] firsts = filled(65);

    private int[] lasts = filled(65);
    private int[] counts = new int[65];
    private int[] nexts = new int[64];
    private final Map<Long, List<Integer>> orphans = new HashMap<>();

    /// Adds the next row.
    void add(int row, int parent) {
        if (row == parents.length) {
            grow(row * 2);
        }
        append(row, parent);
    }

    /// Notes that a row waits for its parent.
    void awaitParent(int row, long parentId) {
        orphans.computeIfAbsent(parentId, id -> new ArrayList<>()).add(row);
    }

    /// Hangs the rows that waited for this one below it.
    void adoptOrphans(int row, long id) {
        if (orphans.isEmpty()) {
            return;
        }
        List<Integer> waiting = orphans.remove(id);
        if (waiting != null) {
            for (int child : waiting) {
                unlinkRoot(child);
                append(child, row);
            }
        }
    }

    private void append(int row, int parent) {
        parents[row] = parent;
        nexts[row] = NONE;
        int last = lasts[parent + 1];
        if (last == NONE) {
            firsts[parent + 1] = row;
        } else {
            nexts[last] = row;
        }
        lasts[parent + 1] = row;
        counts[parent + 1]++;
    }

    private void unlinkRoot(int row) {
        int before = NONE;
        for (int at = firsts[0]; at != row; at = nexts[at]) {
            before = at;
        }
        if (before == NONE) {
            firsts[0] = nexts[row];
        } else {
            nexts[before] = nexts[row];
        }
        if (lasts[0] == row) {
            lasts[0] = before;
        }
        counts[0]--;
    }

    private void grow(int capacity) {
        int old = parents.length;
        parents = Arrays.copyOf(parents, capacity);
        nexts = Arrays.copyOf(nexts, capacity);
        counts = Arrays.copyOf(counts, capacity + 1);
        firsts = Arrays.copyOf(firsts, capacity + 1);
        lasts = Arrays.copyOf(lasts, capacity + 1);
        Arrays.fill(firsts, old + 1, capacity + 1, NONE);
        Arrays.fill(lasts, old + 1, capacity + 1, NONE);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    int parent(int row) {
        return parents[row];
    }

    int first(int row) {
        return firsts[row + 1];
    }

    int next(int row) {
        return nexts[row];
    }

    int count(int row) {
        return counts[row + 1];
    }
}
