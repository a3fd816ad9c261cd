package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.calltree.CallTreeOrder;
import dev.actionscope.inspector.calltree.CallTreeRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/// The columns of the call tree and the order each of them sorts by.
final class CallTreeColumns {
    private static final double NARROW = 580;

    private final Map<TreeTableColumn<CallTreeRow, ?>, CallTreeOrder> orders = new LinkedHashMap<>();

    /// What the person sorts by.
    record Sorting(CallTreeOrder order, boolean descending) {
        void apply(CallTree tree) {
            tree.sort(order, descending);
        }
    }

    void addTo(TreeTableView<CallTreeRow> table, Supplier<CallTree> tree) {
        TreeTableColumn<CallTreeRow, CallTreeRow> call = column("Call", CallTreeOrder.NAME, 2_000);
        call.setCellFactory(column -> new CallNameCell(tree));
        TreeTableColumn<CallTreeRow, CallTreeRow> total = column("Total", CallTreeOrder.TOTAL, TotalCell.WITH_BAR);
        total.setCellFactory(column -> new TotalCell(tree));
        narrowWith(table, total);
        TreeTableColumn<CallTreeRow, CallTreeRow> self = column("Self", CallTreeOrder.SELF, 74);
        self.setCellFactory(column -> FigureCell.self(tree));
        TreeTableColumn<CallTreeRow, CallTreeRow> memory = column("Memory", CallTreeOrder.MEMORY, 82);
        memory.setCellFactory(column -> FigureCell.memory(tree));
        TreeTableColumn<CallTreeRow, CallTreeRow> status = column("Status", CallTreeOrder.STATUS, 100);
        status.setCellFactory(column -> new StatusCell(tree));
        self.getStyleClass().add("figure");
        memory.getStyleClass().add("figure");
        table.getColumns().add(call);
        table.getColumns().add(total);
        table.getColumns().add(self);
        table.getColumns().add(memory);
        table.getColumns().add(status);
        table.setTreeColumn(call);
    }

    /// In a narrow table the names need the room that the bars would take.
    private static void narrowWith(TreeTableView<CallTreeRow> table, TreeTableColumn<CallTreeRow, ?> total) {
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> table.getWidth() < NARROW ? TotalCell.WITHOUT_BAR : TotalCell.WITH_BAR, table.widthProperty());
        total.minWidthProperty().bind(width);
        total.maxWidthProperty().bind(width);
    }

    private TreeTableColumn<CallTreeRow, CallTreeRow> column(String title, CallTreeOrder order, double width) {
        TreeTableColumn<CallTreeRow, CallTreeRow> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        boolean flexible = order == CallTreeOrder.NAME;
        column.setMinWidth(flexible ? 120 : width);
        column.setMaxWidth(flexible ? Double.MAX_VALUE : width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        orders.put(column, order);
        return column;
    }

    /// What the table's headers say.
    Sorting order(TreeTableView<CallTreeRow> table) {
        if (table.getSortOrder().isEmpty()) {
            return new Sorting(CallTreeOrder.START, false);
        }
        TreeTableColumn<CallTreeRow, ?> first = table.getSortOrder().getFirst();
        boolean descending = first.getSortType() == TreeTableColumn.SortType.DESCENDING;
        return new Sorting(orders.getOrDefault(first, CallTreeOrder.START), descending);
    }

    /// A cell that shows something of a call, and nothing on other lines.
    abstract static class CallCell extends TreeTableCell<CallTreeRow, CallTreeRow> {
        private final Supplier<CallTree> tree;

        CallCell(Supplier<CallTree> tree) {
            this.tree = tree;
        }

        CallTree tree() {
            return tree.get();
        }

        @Override
        protected void updateItem(CallTreeRow line, boolean nothing) {
            super.updateItem(line, nothing);
            setText(null);
            if (nothing || line == null) {
                setGraphic(null);
                return;
            }
            switch (line) {
                case CallTreeRow.Call(int row) -> showCall(row);
                case CallTreeRow.More more -> showMore(more);
            }
        }

        abstract void showCall(int row);

        void showMore(CallTreeRow.More more) {
            setGraphic(null);
        }
    }
}
