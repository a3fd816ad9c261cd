package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.calltree.CallTreeRow;
import dev.actionscope.inspector.model.TraceModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;

/// The items of the table: made for a level when it is opened, brought up to date when the trace has grown.
final class CallTreeItems {
    /// How many rows are opened in one go at most: opening row by row in sight is slow.
    private static final int MOST_EXPANDED = 5_000;
    /// New calls above this depth are open, so that what they call is seen at once.
    private static final int OPEN_DEPTH = 3;
    /// Calls of a level with more than this many are closed at first.
    private static final int MOST_OPEN_SIBLINGS = 50;

    private final CallTree tree;
    private final TreeTableView<CallTreeRow> table;
    private final CallItem root = new CallItem(new CallTreeRow.Call(TraceModel.NO_ROW), 0, true);

    CallTreeItems(CallTree tree, TreeTableView<CallTreeRow> table) {
        this.tree = tree;
        this.table = table;
    }

    TreeItem<CallTreeRow> root() {
        return root;
    }

    /// A call whose children are made when they are asked for.
    final class CallItem extends TreeItem<CallTreeRow> {
        private final int depth;
        private boolean loaded;

        CallItem(CallTreeRow row, int depth, boolean open) {
            super(row);
            this.depth = depth;
            setExpanded(open);
        }

        private CallItem below(CallTreeRow row, int siblings) {
            boolean open = tree.isFiltered() || (depth < OPEN_DEPTH && siblings <= MOST_OPEN_SIBLINGS);
            return new CallItem(row, depth + 1, open);
        }

        private int row() {
            return getValue() instanceof CallTreeRow.Call(int row) ? row : TraceModel.NO_ROW;
        }

        @Override
        public boolean isLeaf() {
            return getValue() instanceof CallTreeRow.More || (row() != TraceModel.NO_ROW && !tree.hasChildren(row()));
        }

        @Override
        public ObservableList<TreeItem<CallTreeRow>> getChildren() {
            ObservableList<TreeItem<CallTreeRow>> children = super.getChildren();
            if (!loaded) {
                loaded = true;
                if (getValue() instanceof CallTreeRow.Call) {
                    List<CallTreeRow> rows = tree.children(row());
                    children.addAll(
                            rows.stream().map(row -> below(row, rows.size())).toList());
                }
            }
            return children;
        }

        /// Brings a level that was opened, and the opened ones below it, to what the tree has now.
        void sync() {
            if (!loaded) {
                loadIfOpen();
                return;
            }
            if (getValue() instanceof CallTreeRow.More) {
                return;
            }
            List<CallTreeRow> wanted = tree.children(row());
            ObservableList<TreeItem<CallTreeRow>> present = super.getChildren();
            if (!sameRows(present, wanted)) {
                if (wanted.size() > present.size() && sameRows(present, wanted.subList(0, present.size()))) {
                    wanted.subList(present.size(), wanted.size())
                            .forEach(row -> present.add(below(row, wanted.size())));
                } else {
                    present.setAll(reused(present, wanted));
                }
            }
            for (TreeItem<CallTreeRow> child : present) {
                ((CallItem) child).sync();
            }
        }

        /// A call that had none below it when it was shown was not asked for children, and would not be now.
        private void loadIfOpen() {
            if (isExpanded() && !isLeaf()) {
                getChildren();
            }
        }

        private List<TreeItem<CallTreeRow>> reused(List<TreeItem<CallTreeRow>> present, List<CallTreeRow> wanted) {
            Map<CallTreeRow, TreeItem<CallTreeRow>> known = new HashMap<>();
            present.forEach(item -> known.put(item.getValue(), item));
            List<TreeItem<CallTreeRow>> items = new ArrayList<>(wanted.size());
            for (CallTreeRow row : wanted) {
                TreeItem<CallTreeRow> item = known.get(row);
                items.add(item == null ? below(row, wanted.size()) : item);
            }
            return items;
        }

        private static boolean sameRows(List<TreeItem<CallTreeRow>> items, List<CallTreeRow> rows) {
            if (items.size() != rows.size()) {
                return false;
            }
            for (int at = 0; at < rows.size(); at++) {
                if (!items.get(at).getValue().equals(rows.get(at))) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Brings everything that was opened to what the tree has now.
    void sync() {
        root.sync();
    }

    /// Opens the levels above that depth and closes the rest, as far as that stays quick.
    void expandToDepth(int depth) {
        outOfSight(() -> {
            collapseAll();
            expandLevels(depth);
        });
    }

    /// Opening and closing rows one by one is slow while the table shows them.
    private void outOfSight(Runnable change) {
        table.setRoot(null);
        change.run();
        table.setRoot(root);
    }

    private void expandLevels(int depth) {
        Deque<CallItem> level = new ArrayDeque<>(List.of(root));
        int opened = 0;
        for (int at = 0; at < depth && !level.isEmpty(); at++) {
            Deque<CallItem> below = new ArrayDeque<>();
            for (CallItem item : level) {
                if (item.isLeaf() || opened > MOST_EXPANDED) {
                    continue;
                }
                item.setExpanded(true);
                for (TreeItem<CallTreeRow> child : item.getChildren()) {
                    below.add((CallItem) child);
                    opened++;
                }
            }
            level = below;
        }
    }

    /// Opens everything below a row, as far as that stays quick.
    void expandBelow(int row) {
        CallItem item = row == TraceModel.NO_ROW ? root : find(row);
        Deque<CallItem> open = new ArrayDeque<>(List.of(item));
        List<CallItem> closed = new ArrayList<>();
        while (!open.isEmpty() && closed.size() < MOST_EXPANDED) {
            CallItem next = open.poll();
            if (!next.isLeaf()) {
                closed.add(next);
                next.getChildren().forEach(child -> open.add((CallItem) child));
            }
        }
        outOfSight(() -> closed.forEach(opened -> opened.setExpanded(true)));
        int place = table.getRow(item);
        if (row != TraceModel.NO_ROW && place >= 0) {
            table.getSelectionModel().select(place);
            CallTreeScroll.reveal(table, place);
        }
    }

    private void collapseAll() {
        for (TreeItem<CallTreeRow> child : root.getChildren()) {
            collapse((CallItem) child);
        }
    }

    private static void collapse(CallItem item) {
        if (item.loaded) {
            item.setExpanded(false);
            item.getChildren().forEach(child -> collapse((CallItem) child));
        }
    }

    /// How many levels are open along the most open branch.
    int expandedDepth() {
        int depth = 0;
        Deque<TreeItem<CallTreeRow>> level = new ArrayDeque<>(List.of(root));
        while (!level.isEmpty()) {
            Deque<TreeItem<CallTreeRow>> below = new ArrayDeque<>();
            level.stream()
                    .filter(TreeItem::isExpanded)
                    .filter(item -> !item.isLeaf())
                    .forEach(item -> below.addAll(item.getChildren()));
            depth += below.isEmpty() ? 0 : 1;
            level = below;
        }
        return depth;
    }

    /// Opens what is above a row, selects it and scrolls to it.
    void reveal(int row) {
        tree.reveal(row);
        sync();
        CallItem item = find(row);
        for (TreeItem<CallTreeRow> above = item.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int place = table.getRow(item);
        if (place >= 0) {
            table.getSelectionModel().select(place);
            table.getFocusModel().focus(place);
            CallTreeScroll.reveal(table, place);
        }
    }

    private CallItem find(int row) {
        Deque<Integer> path = new ArrayDeque<>();
        for (int at = row; at != TraceModel.NO_ROW; at = tree.model().parent(at)) {
            path.push(at);
        }
        CallItem item = root;
        for (int step : path) {
            CallTreeRow wanted = new CallTreeRow.Call(step);
            for (TreeItem<CallTreeRow> child : item.getChildren()) {
                if (child.getValue().equals(wanted)) {
                    item = (CallItem) child;
                    break;
                }
            }
        }
        return item;
    }
}
