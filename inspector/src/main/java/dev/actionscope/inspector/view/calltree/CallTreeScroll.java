package dev.actionscope.inspector.view.calltree;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls the table only when a row is out of sight, and then so that it is not at the edge.
final class CallTreeScroll {
    private static final int ROWS_ABOVE = 3;

    private CallTreeScroll() {}

    static void reveal(TreeTableView<?> table, int row) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && row > first.getIndex() && row < last.getIndex()) {
                return;
            }
        }
        table.scrollTo(Math.max(0, row - ROWS_ABOVE));
    }
}
