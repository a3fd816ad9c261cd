package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a trace lies on the timeline, at one revision of it.
public final class TimelineLayout {
    private final List<Lane> lanes;
    private final int[] laneOfRow;
    private final long start;
    private final long end;
    private final long revision;

    private TimelineLayout(TraceModel model, List<Lane> lanes, int[] laneOfRow) {
        this.lanes = List.copyOf(lanes);
        this.laneOfRow = laneOfRow;
        this.start = Math.min(0, model.startNanos());
        this.end = Math.max(model.endNanos(), start + 1);
        this.revision = model.revision();
    }

    /// Lays out all spans of the model as it is now. A million take a few tenths of a second.
    public static TimelineLayout of(TraceModel model) {
        LaneAssignment assignment = LaneAssignment.of(model);
        int laneCount = assignment.laneCount();
        int[] counts = new int[laneCount];
        int[] laneOfRow = new int[model.size()];
        for (int row = 0; row < laneOfRow.length; row++) {
            laneOfRow[row] = assignment.lane(row);
            counts[laneOfRow[row]]++;
        }
        int[][] rows = new int[laneCount][];
        for (int lane = 0; lane < laneCount; lane++) {
            rows[lane] = new int[counts[lane]];
            counts[lane] = 0;
        }
        for (int row : RowOrder.byStart(model)) {
            int lane = laneOfRow[row];
            rows[lane][counts[lane]++] = row;
        }
        List<Lane> lanes = new ArrayList<>(laneCount);
        for (int[] laneRows : rows) {
            lanes.add(new Lane(model, laneRows));
        }
        return new TimelineLayout(model, lanes, laneOfRow);
    }

    public int laneCount() {
        return lanes.size();
    }

    public Lane lane(int index) {
        return lanes.get(index);
    }

    /// The lane of a row of the trace.
    public int laneOf(int row) {
        return laneOfRow[row];
    }

    /// How many rows of the trace it holds.
    public int size() {
        return laneOfRow.length;
    }

    /// In nanoseconds from the run's start; 0 or earlier.
    public long startNanos() {
        return start;
    }

    /// In nanoseconds from the run's start; after the start.
    public long endNanos() {
        return end;
    }

    /// The revision of the model it was made from.
    public long revision() {
        return revision;
    }

    /// The row whose span is at that moment in that lane, or the nearest one within the tolerance;
    /// [TraceModel#NO_ROW] when there is none.
    public int rowAt(int lane, long nanos, long tolerance) {
        if (lane < 0 || lane >= lanes.size()) {
            return TraceModel.NO_ROW;
        }
        Lane spans = lanes.get(lane);
        int best = TraceModel.NO_ROW;
        long bestDistance = tolerance;
        int place = spans.firstEndingAfter(nanos - tolerance - 1);
        for (; place < spans.size() && spans.start(place) <= nanos + tolerance; place++) {
            long distance = Math.max(0, Math.max(spans.start(place) - nanos, nanos - spans.end(place)));
            if (distance == 0 && nanos < spans.end(place)) {
                return spans.row(place);
            }
            if (distance <= bestDistance) {
                best = spans.row(place);
                bestDistance = distance;
            }
        }
        return best;
    }

    /// The row before (-1) or after (+1) this one in its lane, [TraceModel#NO_ROW] at its ends.
    public int neighbour(TraceModel model, int row, int step) {
        Lane spans = lanes.get(laneOfRow[row]);
        int place = spans.firstStartingAt(model.start(row), 0);
        while (place < spans.size() && spans.row(place) != row) {
            place++;
        }
        int wanted = place + step;
        return wanted < 0 || wanted >= spans.size() ? TraceModel.NO_ROW : spans.row(wanted);
    }
}
