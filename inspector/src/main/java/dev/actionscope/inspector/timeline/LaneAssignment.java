package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceTotals;
import java.util.Arrays;
import java.util.Comparator;

/// Which lane each span is drawn in.
///
/// Children lie below their parent. Children that overlap in time get lanes of their own, each with room for
/// everything below it, so a subtree is a block that no other subtree cuts into.
final class LaneAssignment {
    private final TraceModel model;
    private final TraceTotals totals;
    private final int[] offsets;
    private final int[] heights;
    private final int[] lanes;
    private int laneCount;

    private LaneAssignment(TraceModel model) {
        this.model = model;
        this.totals = model.totals();
        this.offsets = new int[model.size()];
        this.heights = new int[model.size()];
        this.lanes = new int[model.size()];
    }

    static LaneAssignment of(TraceModel model) {
        LaneAssignment assignment = new LaneAssignment(model);
        assignment.packBottomUp();
        assignment.descend();
        return assignment;
    }

    int lane(int row) {
        return lanes[row];
    }

    int laneCount() {
        return laneCount;
    }

    private void packBottomUp() {
        LanePacker packer = new LanePacker();
        for (int place = model.size() - 1; place >= 0; place--) {
            int row = totals.rowAt(place);
            heights[row] = 1 + packChildren(row, packer);
        }
        laneCount = packChildren(TraceModel.NO_ROW, packer);
    }

    private int packChildren(int parent, LanePacker packer) {
        int count = model.childCount(parent);
        if (count <= 1) {
            int only = model.firstChild(parent);
            return only == TraceModel.NO_ROW ? 0 : heights[only];
        }
        packer.clear();
        int height = 0;
        for (int child : childrenByStart(parent, count)) {
            long end = Math.max(totals.subtreeEnd(child), model.start(child) + 1);
            offsets[child] = packer.place(model.start(child), end, heights[child]);
            height = Math.max(height, offsets[child] + heights[child]);
        }
        return height;
    }

    private void descend() {
        for (int place = 0; place < model.size(); place++) {
            int row = totals.rowAt(place);
            int parent = model.parent(row);
            lanes[row] = offsets[row] + (parent == TraceModel.NO_ROW ? 0 : lanes[parent] + 1);
        }
    }

    private int[] childrenByStart(int parent, int count) {
        int[] children = new int[count];
        boolean sorted = true;
        int at = 0;
        for (int child = model.firstChild(parent); child != TraceModel.NO_ROW; child = model.nextSibling(child)) {
            sorted &= at == 0 || model.start(children[at - 1]) <= model.start(child);
            children[at++] = child;
        }
        return sorted
                ? children
                : Arrays.stream(children)
                        .boxed()
                        .sorted(Comparator.comparingLong(model::start))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
