package dev.actionscope.inspector.calltree;

import dev.actionscope.inspector.model.SpanQuery;
import dev.actionscope.inspector.model.TraceModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the call tree shows of a trace: its levels, filtered, sorted, and cut where they are long.
///
/// A filter keeps the calls that match and those above them.
public final class CallTree {
    /// How many calls of a level are shown at first, and how many each "more" adds.
    public static final int LEVEL_CAP = 200;

    private final TraceModel model;
    private final Map<Integer, Integer> caps = new HashMap<>();
    private SpanQuery query = SpanQuery.parse("");
    private CallTreeOrder order = CallTreeOrder.START;
    private boolean descending;
    private BitSet matches = new BitSet();
    private BitSet kept = new BitSet();
    private long filteredRevision = -1;

    public CallTree(TraceModel model) {
        this.model = model;
    }

    public TraceModel model() {
        return model;
    }

    /// Shows only what matches and what leads there.
    public void filter(SpanQuery wanted) {
        query = wanted;
        filteredRevision = -1;
    }

    public void sort(CallTreeOrder by, boolean downwards) {
        order = by;
        descending = downwards;
    }

    /// Shows [#LEVEL_CAP] more children of that row.
    public void showMore(int parent) {
        caps.merge(parent, 2 * LEVEL_CAP, (old, more) -> old + LEVEL_CAP);
    }

    /// Whether the row itself matches a filter that is not empty.
    public boolean isMatch(int row) {
        refilter();
        return !query.isEmpty() && matches.get(row);
    }

    /// How many calls match; all when there is no filter.
    public int matchCount() {
        refilter();
        return query.isEmpty() ? model.size() : matches.cardinality();
    }

    public boolean isFiltered() {
        return !query.isEmpty();
    }

    /// The lines of a level: the children of that row, or the roots.
    public List<CallTreeRow> children(int parent) {
        refilter();
        List<Integer> rows = rowsOf(parent);
        int cap = caps.getOrDefault(parent, LEVEL_CAP);
        List<CallTreeRow> lines = new ArrayList<>(Math.min(rows.size(), cap) + 1);
        for (int row : rows.subList(0, Math.min(cap, rows.size()))) {
            lines.add(new CallTreeRow.Call(row));
        }
        if (rows.size() > cap) {
            lines.add(new CallTreeRow.More(parent, rows.size() - cap));
        }
        return lines;
    }

    private List<Integer> rowsOf(int parent) {
        List<Integer> rows = new ArrayList<>();
        boolean sorted = order == CallTreeOrder.START && !descending;
        int cap = caps.getOrDefault(parent, LEVEL_CAP);
        for (int row = model.firstChild(parent); row != TraceModel.NO_ROW; row = model.nextSibling(row)) {
            if (query.isEmpty() || kept.get(row)) {
                rows.add(row);
            }
        }
        if (!sorted || rows.size() <= cap) {
            Comparator<Integer> comparator = order.comparator(model);
            rows.sort(descending ? comparator.reversed() : comparator);
        }
        return rows;
    }

    /// Whether the row has lines below it.
    public boolean hasChildren(int row) {
        if (query.isEmpty()) {
            return model.firstChild(row) != TraceModel.NO_ROW;
        }
        refilter();
        for (int child = model.firstChild(row); child != TraceModel.NO_ROW; child = model.nextSibling(child)) {
            if (kept.get(child)) {
                return true;
            }
        }
        return false;
    }

    /// Makes sure that the row is among the lines of its level and its ancestors among theirs.
    public void reveal(int row) {
        refilter();
        for (int at = row; at != TraceModel.NO_ROW; at = model.parent(at)) {
            int parent = model.parent(at);
            int place = rowsOf(parent).indexOf(at);
            if (place >= caps.getOrDefault(parent, LEVEL_CAP)) {
                caps.put(parent, (place / LEVEL_CAP + 1) * LEVEL_CAP);
            }
        }
    }

    /// Whether the filter leaves the row out.
    public boolean isHidden(int row) {
        refilter();
        return !query.isEmpty() && !kept.get(row);
    }

    private void refilter() {
        if (query.isEmpty() || filteredRevision == model.revision()) {
            return;
        }
        matches = query.find(model);
        kept = (BitSet) matches.clone();
        for (int row = matches.nextSetBit(0); row >= 0; row = matches.nextSetBit(row + 1)) {
            int parent = model.parent(row);
            while (parent != TraceModel.NO_ROW && !kept.get(parent)) {
                kept.set(parent);
                parent = model.parent(parent);
            }
        }
        filteredRevision = model.revision();
    }
}
