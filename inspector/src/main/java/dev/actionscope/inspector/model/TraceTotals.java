package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.EnumMap;
import java.util.Map;

/// Depth, order and subtree sums of every row of a trace at one revision.
public final class TraceTotals {
    private final int[] order;
    private final int[] depths;
    private final int[] descendants;
    private final long[] memory;
    private final long[] subtreeEnds;
    private final int[] troubles;
    private final Map<SpanKind, int[]> kindCounts = new EnumMap<>(SpanKind.class);
    private final Map<SpanStatus, int[]> statusCounts = new EnumMap<>(SpanStatus.class);

    private TraceTotals(int size) {
        order = new int[size];
        depths = new int[size];
        descendants = new int[size];
        memory = new long[size];
        subtreeEnds = new long[size];
        troubles = new int[size];
    }

    static TraceTotals of(TraceModel model) {
        TraceTotals totals = new TraceTotals(model.size());
        totals.walk(model);
        totals.sum(model);
        return totals;
    }

    private void walk(TraceModel model) {
        int count = 0;
        int row = model.firstChild(TraceModel.NO_ROW);
        int depth = 0;
        while (row != TraceModel.NO_ROW) {
            order[count++] = row;
            depths[row] = depth;
            int next = model.firstChild(row);
            if (next != TraceModel.NO_ROW) {
                depth++;
            } else {
                while (row != TraceModel.NO_ROW && model.nextSibling(row) == TraceModel.NO_ROW) {
                    row = model.parent(row);
                    depth--;
                }
                next = row == TraceModel.NO_ROW ? TraceModel.NO_ROW : model.nextSibling(row);
            }
            row = next;
        }
    }

    private void sum(TraceModel model) {
        for (int at = order.length - 1; at >= 0; at--) {
            int row = order[at];
            long own = model.ownMemory(row);
            memory[row] += Math.max(0, own);
            subtreeEnds[row] = Math.max(subtreeEnds[row], model.end(row));
            SpanStatus status = model.status(row);
            kindCounts.computeIfAbsent(model.kind(row), kind -> new int[1])[0]++;
            statusCounts.computeIfAbsent(status, seen -> new int[1])[0]++;
            int parent = model.parent(row);
            if (parent != TraceModel.NO_ROW) {
                descendants[parent] += descendants[row] + 1;
                memory[parent] += memory[row];
                subtreeEnds[parent] = Math.max(subtreeEnds[parent], subtreeEnds[row]);
                troubles[parent] += troubles[row] + (isTrouble(status) ? 1 : 0);
            }
        }
    }

    private static boolean isTrouble(SpanStatus status) {
        return status == SpanStatus.ERROR || status == SpanStatus.DANGLING;
    }

    /// The row at a place of the depth-first order, parents before children.
    public int rowAt(int place) {
        return order[place];
    }

    /// 0 for a root.
    public int depth(int row) {
        return depths[row];
    }

    /// How many spans there are below this one, at any depth.
    public int descendants(int row) {
        return descendants[row];
    }

    /// Known memory of this span and of all below it, in bytes.
    public long memory(int row) {
        return memory[row];
    }

    /// When this span and all below it had ended, in nanoseconds from the run's start.
    public long subtreeEnd(int row) {
        return subtreeEnds[row];
    }

    /// How many spans below this one failed or were left dangling.
    public int troublesBelow(int row) {
        return troubles[row];
    }

    /// How many spans are of that kind.
    public int count(SpanKind kind) {
        int[] count = kindCounts.get(kind);
        return count == null ? 0 : count[0];
    }

    /// How many spans have that status.
    public int count(SpanStatus status) {
        int[] count = statusCounts.get(status);
        return count == null ? 0 : count[0];
    }
}
