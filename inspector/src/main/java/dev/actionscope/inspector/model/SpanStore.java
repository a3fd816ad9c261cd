package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The columns of all spans of a trace: one array per property, one row per span.
///
/// A million spans cost about 70 MB here, their attributes aside.
final class SpanStore {
    private static final long UNKNOWN = -1;

    private int size;
    private long[] ids = new long[64];
    private long[] starts = new long[64];
    private long[] durations = new long[64];
    private long[] allocated = new long[64];
    private SpanKind[] kinds = new SpanKind[64];
    private SpanStatus[] statuses = new SpanStatus[64];
    private int[] names = new int[64];
    private @Nullable SourcePosition[] positions = new SourcePosition[64];
    private ObjectNode[] attributes = new ObjectNode[64];

    private final List<String> nameTable = new ArrayList<>();
    private final Map<String, Integer> nameIndex = new HashMap<>();

    int add(Span span) {
        if (size == ids.length) {
            grow(size * 2);
        }
        int row = size++;
        ids[row] = span.id();
        set(row, span);
        return row;
    }

    void set(int row, Span span) {
        starts[row] = span.startNanos();
        durations[row] = Math.max(0, span.durationNanos());
        Long own = span.allocatedBytes();
        allocated[row] = own == null ? UNKNOWN : Math.max(0, own);
        kinds[row] = span.kind();
        statuses[row] = span.status();
        names[row] = nameIndexOf(span.name());
        positions[row] = span.position();
        attributes[row] = span.attributes();
    }

    private int nameIndexOf(String name) {
        return nameIndex.computeIfAbsent(name, added -> {
            nameTable.add(added);
            return nameTable.size() - 1;
        });
    }

    private void grow(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        starts = Arrays.copyOf(starts, capacity);
        durations = Arrays.copyOf(durations, capacity);
        allocated = Arrays.copyOf(allocated, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        statuses = Arrays.copyOf(statuses, capacity);
        names = Arrays.copyOf(names, capacity);
        positions = Arrays.copyOf(positions, capacity);
        attributes = Arrays.copyOf(attributes, capacity);
    }

    int size() {
        return size;
    }

    long id(int row) {
        return ids[row];
    }

    long start(int row) {
        return starts[row];
    }

    long duration(int row) {
        return durations[row];
    }

    /// Own memory, -1 when unknown.
    long allocated(int row) {
        return allocated[row];
    }

    SpanKind kind(int row) {
        return kinds[row];
    }

    SpanStatus status(int row) {
        return statuses[row];
    }

    int name(int row) {
        return names[row];
    }

    List<String> nameTable() {
        return nameTable;
    }

    @Nullable
    SourcePosition position(int row) {
        return positions[row];
    }

    ObjectNode attributes(int row) {
        return attributes[row];
    }
}
