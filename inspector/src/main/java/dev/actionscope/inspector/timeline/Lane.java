package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.runtime.trace.SpanStatus;

/// One line of the timeline: its spans sorted by start, with the sums that let many of them be drawn as one.
///
/// `lastEnds` holds the latest end up to and including each place, so that a binary search works even where spans of a
/// lane overlap.
public final class Lane {
    private final int[] rows;
    private final long[] starts;
    private final long[] ends;
    private final long[] lastEnds;
    private final long[] busyBefore;
    private final int[] troublesBefore;

    Lane(TraceModel model, int[] rows) {
        this.rows = rows;
        int count = rows.length;
        starts = new long[count];
        ends = new long[count];
        lastEnds = new long[count];
        busyBefore = new long[count + 1];
        troublesBefore = new int[count + 1];
        long last = Long.MIN_VALUE;
        for (int place = 0; place < count; place++) {
            int row = rows[place];
            starts[place] = model.start(row);
            ends[place] = model.end(row);
            last = Math.max(last, ends[place]);
            lastEnds[place] = last;
            busyBefore[place + 1] = busyBefore[place] + ends[place] - starts[place];
            SpanStatus status = model.status(row);
            boolean trouble = status == SpanStatus.ERROR || status == SpanStatus.DANGLING;
            troublesBefore[place + 1] = troublesBefore[place] + (trouble ? 1 : 0);
        }
    }

    public int size() {
        return rows.length;
    }

    /// The row of the trace at a place of this lane.
    public int row(int place) {
        return rows[place];
    }

    public long start(int place) {
        return starts[place];
    }

    public long end(int place) {
        return ends[place];
    }

    /// The first place whose span, or one before it, ends after that moment; [#size] when all have ended.
    public int firstEndingAfter(long nanos) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastEnds[middle] > nanos) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The first place at or after `from` whose span starts at that moment or later. Gallops: near places are found
    /// in few steps.
    public int firstStartingAt(long nanos, int from) {
        int step = 1;
        int low = from;
        while (low + step < rows.length && starts[low + step] < nanos) {
            low += step;
            step *= 2;
        }
        int high = Math.min(rows.length, low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The summed time of the places from `from` up to and not including `to`.
    long busy(int from, int to) {
        return busyBefore[to] - busyBefore[from];
    }

    /// How many of these places failed or were left dangling.
    int troubles(int from, int to) {
        return troublesBefore[to] - troublesBefore[from];
    }
}
