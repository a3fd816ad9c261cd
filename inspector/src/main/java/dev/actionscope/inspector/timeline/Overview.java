package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole run at a glance: for each slice of its time, how much was under way and mostly of which kind.
///
/// Only spans without children count, so that a caller does not hide what it waits for.
public final class Overview {
    private final double[] heights;
    private final @Nullable SpanKind[] kinds;
    private final boolean[] troubles;

    private Overview(int slices) {
        heights = new double[slices];
        kinds = new SpanKind[slices];
        troubles = new boolean[slices];
    }

    /// How long one kind was under way in each slice: in part, and as changes of the count that filled it.
    private record Busy(double[] parts, double[] changes) {
        Busy(int slices) {
            this(new double[slices], new double[slices + 1]);
        }

        void add(double from, double to) {
            int first = (int) Math.min(from, parts.length - 1);
            int last = (int) Math.min(to, parts.length - 1);
            if (first == last) {
                parts[first] += to - from;
                return;
            }
            parts[first] += first + 1 - from;
            parts[last] += to - last;
            changes[first + 1] += 1;
            changes[last] -= 1;
        }
    }

    /// The overview of a trace between the bounds of its layout.
    public static Overview of(TraceModel model, Viewport bounds, int slices) {
        double sliceNanos = bounds.length() / slices;
        Map<SpanKind, Busy> busy = new EnumMap<>(SpanKind.class);
        Overview overview = new Overview(slices);
        for (int row = 0; row < model.size(); row++) {
            if (model.firstChild(row) != TraceModel.NO_ROW) {
                continue;
            }
            double from = Math.max(0, (model.start(row) - bounds.start()) / sliceNanos);
            double to = Math.min(slices - 1e-9, (model.end(row) - bounds.start()) / sliceNanos);
            busy.computeIfAbsent(model.kind(row), kind -> new Busy(slices)).add(from, Math.max(from, to));
            SpanStatus status = model.status(row);
            if (status == SpanStatus.ERROR || status == SpanStatus.DANGLING) {
                overview.troubles[(int) Math.min(slices - 1, from)] = true;
            }
        }
        overview.combine(busy);
        return overview;
    }

    private void combine(Map<SpanKind, Busy> busy) {
        double[] most = new double[heights.length];
        double highest = 0;
        for (Map.Entry<SpanKind, Busy> entry : busy.entrySet()) {
            double whole = 0;
            for (int slice = 0; slice < heights.length; slice++) {
                whole += entry.getValue().changes()[slice];
                double amount = entry.getValue().parts()[slice] + whole;
                heights[slice] += amount;
                highest = Math.max(highest, heights[slice]);
                if (amount > most[slice]) {
                    most[slice] = amount;
                    kinds[slice] = entry.getKey();
                }
            }
        }
        for (int slice = 0; slice < heights.length && highest > 0; slice++) {
            heights[slice] /= highest;
        }
    }

    public int slices() {
        return heights.length;
    }

    /// How much was under way, as a part of the busiest slice: 0 to 1.
    public double height(int slice) {
        return heights[slice];
    }

    /// The kind most of it was; `ACTION` where nothing was under way.
    public SpanKind kind(int slice) {
        SpanKind kind = kinds[slice];
        return kind == null ? SpanKind.ACTION : kind;
    }

    /// Whether a span that failed or was left dangling started here.
    public boolean hasTrouble(int slice) {
        return troubles[slice];
    }
}
