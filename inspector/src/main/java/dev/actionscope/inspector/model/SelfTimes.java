package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SpanStatus;
import java.util.Arrays;
import java.util.Comparator;

/// Self times, worked out when asked for and kept until the span or one of its children changes.
///
/// Children may overlap each other and outlive their parent: self time is the parent's time minus the union of its
/// children's, clipped to the parent.
final class SelfTimes {
    private static final long UNKNOWN = -1;

    private final TraceModel model;
    private long[] known = new long[0];

    SelfTimes(TraceModel model) {
        this.model = model;
    }

    void forget(int row) {
        if (row < known.length) {
            known[row] = UNKNOWN;
        }
    }

    long of(int row) {
        if (known.length <= row) {
            int before = known.length;
            known = Arrays.copyOf(known, Math.max(model.size(), row + 1));
            Arrays.fill(known, before, known.length, UNKNOWN);
        }
        if (known[row] != UNKNOWN) {
            return known[row];
        }
        boolean settled = model.status(row) != SpanStatus.RUNNING;
        long covered = 0;
        long start = model.start(row);
        long end = model.end(row);
        long coveredTo = start;
        for (int child : childrenByStart(row)) {
            long from = Math.max(coveredTo, model.start(child));
            long to = Math.min(end, model.end(child));
            if (to > from) {
                covered += to - from;
                coveredTo = to;
            }
            settled &= model.status(child) != SpanStatus.RUNNING;
        }
        long self = end - start - covered;
        if (settled) {
            known[row] = self;
        }
        return self;
    }

    private int[] childrenByStart(int row) {
        int[] children = new int[model.childCount(row)];
        int count = 0;
        boolean sorted = true;
        for (int child = model.firstChild(row); child != TraceModel.NO_ROW; child = model.nextSibling(child)) {
            sorted &= count == 0 || model.start(children[count - 1]) <= model.start(child);
            children[count++] = child;
        }
        return sorted ? children : sortedByStart(children);
    }

    private int[] sortedByStart(int[] rows) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingLong(model::start))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
