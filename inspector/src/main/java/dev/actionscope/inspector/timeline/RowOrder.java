package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import java.util.Arrays;
import java.util.Comparator;

/// The rows of a trace by start. They arrive in that order nearly always, so it is only checked, seldom sorted.
final class RowOrder {
    private RowOrder() {}

    static int[] byStart(TraceModel model) {
        int[] rows = new int[model.size()];
        boolean sorted = true;
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
            sorted &= row == 0 || model.start(row - 1) <= model.start(row);
        }
        if (sorted) {
            return rows;
        }
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingLong(model::start))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
