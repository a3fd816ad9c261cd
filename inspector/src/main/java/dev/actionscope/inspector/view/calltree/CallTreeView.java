package dev.actionscope.inspector.view.calltree;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.SearchField;
import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.calltree.CallTreeRow;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.SpanQuery;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.SourcePosition;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The calls of a run as a tree with times, memory and status, which grows while the run goes on.
///
/// Enter opens the source of the selected call, Ctrl+C copies it as text, `*` opens all below it.
public final class CallTreeView extends BorderPane {
    private static final double FILTER_DELAY_MILLIS = 120;

    private final TraceSelection selection;
    private final SourceNavigator navigator;
    private final TreeTableView<CallTreeRow> table = new TreeTableView<>();
    private final SearchField filter = new SearchField("Filter calls: name, kind:fetch, status:error, >10ms");
    private final Label matches = new Label();
    private final EmptyState empty =
            new EmptyState(Icons.TREE, "No calls yet", "Run a function: its calls appear here as they happen.");
    private final CallTreeColumns columns = new CallTreeColumns();
    private CallTree tree = new CallTree(new TraceModel());
    private CallTreeItems items = new CallTreeItems(tree, table);
    private boolean following;
    private long shownRevision = -1;

    public CallTreeView(TraceSelection selection, SourceNavigator navigator) {
        this.selection = selection;
        this.navigator = navigator;
        getStyleClass().add("call-tree");
        setMinSize(0, 0);
        table.setId("call-tree");
        table.getStyleClass().add("call-tree-table");
        table.setShowRoot(false);
        table.setFixedCellSize(26);
        table.setAccessibleText("Calls");
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns.addTo(table, () -> tree);
        table.setSortPolicy(sorted -> {
            sort();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((now, old, item) -> selected(item));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSource();
            }
        });
        table.setContextMenu(new CallTreeMenu(this).menu());
        setTop(header());
        setCenter(new StackPane(table, empty));
        selection.onChange(selected -> follow());
        show(new TraceModel());
    }

    private HBox header() {
        PauseTransition pause = new PauseTransition(Duration.millis(FILTER_DELAY_MILLIS));
        pause.setOnFinished(event -> filter(filter.getText()));
        filter.textProperty().addListener(change -> pause.playFromStart());
        filter.setId("call-tree-filter");
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                table.getSelectionModel()
                        .select(Math.max(0, table.getSelectionModel().getSelectedIndex()));
                event.consume();
            }
        });
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(Double.MAX_VALUE);
        matches.getStyleClass().addAll("dim", "small");
        matches.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(
                4,
                filter,
                matches,
                Tools.button(Icons.EXPAND_ALL, "Expand two more levels", () -> expandToDepth(expandedDepth() + 2)),
                Tools.button(Icons.COLLAPSE_ALL, "Collapse", () -> expandToDepth(1)));
        header.getStyleClass().addAll("panel-header", "ruled", "call-tree-header");
        return header;
    }

    /// Shows another trace with its first levels open.
    public void show(TraceModel model) {
        tree = new CallTree(model);
        tree.filter(SpanQuery.parse(filter.getText()));
        rebuild();
        shownRevision = model.revision();
        follow();
    }

    /// Takes in what the trace has become; what is open stays open.
    public void refresh() {
        TraceModel model = tree.model();
        if (shownRevision == model.revision()) {
            return;
        }
        shownRevision = model.revision();
        following = true;
        items.sync();
        following = false;
        updated();
        follow();
    }

    private void rebuild() {
        following = true;
        items = new CallTreeItems(tree, table);
        table.setRoot(items.root());
        following = false;
        updated();
    }

    private void updated() {
        table.refresh();
        empty.setVisible(tree.model().size() == 0);
        table.setVisible(!empty.isVisible());
        matches.setText(tree.isFiltered() ? Quantities.count(tree.matchCount(), "match", "matches") : "");
        matches.setManaged(tree.isFiltered());
    }

    /// Shows only calls that match, and those above them.
    public void filter(String text) {
        tree.filter(SpanQuery.parse(text));
        rebuild();
        follow();
    }

    /// Puts a text into the filter field.
    void filterField(String text) {
        filter.setText(text);
    }

    /// Opens all calls above that depth (1 is the roots alone) and closes the rest, as far as that stays quick.
    public void expandToDepth(int depth) {
        following = true;
        items.expandToDepth(depth);
        following = false;
        follow();
    }

    private int expandedDepth() {
        return items.expandedDepth();
    }

    private void sort() {
        columns.order(table).apply(tree);
        following = true;
        items.sync();
        following = false;
        follow();
    }

    CallTree tree() {
        return tree;
    }

    /// The row of the selected call, [TraceModel#NO_ROW] when none is selected.
    int selectedRow() {
        TreeItem<CallTreeRow> item = table.getSelectionModel().getSelectedItem();
        return item != null && item.getValue() instanceof CallTreeRow.Call(int row) ? row : TraceModel.NO_ROW;
    }

    private void selected(@org.jspecify.annotations.Nullable TreeItem<CallTreeRow> item) {
        if (following || item == null) {
            return;
        }
        switch (item.getValue()) {
            case CallTreeRow.Call(int row) -> selection.select(tree.model().id(row));
            case CallTreeRow.More(int parent, int hidden) -> {}
        }
    }

    private void follow() {
        int row = selection.spanId().isPresent()
                ? tree.model().rowOf(selection.spanId().getAsLong())
                : TraceModel.NO_ROW;
        if (row == selectedRow() && row != TraceModel.NO_ROW) {
            return;
        }
        following = true;
        if (row == TraceModel.NO_ROW || tree.isHidden(row)) {
            table.getSelectionModel().clearSelection();
        } else {
            items.reveal(row);
        }
        following = false;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (!showMore()) {
                    openSource();
                }
                event.consume();
            }
            case C -> {
                if (event.isShortcutDown()) {
                    CallTreeMenu.copyRow(this);
                    event.consume();
                }
            }
            case MULTIPLY -> {
                expandSelected();
                event.consume();
            }
            case F -> {
                if (event.isShortcutDown()) {
                    filter.requestFocus();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    void expandSelected() {
        following = true;
        items.expandBelow(selectedRow());
        following = false;
    }

    void openSource() {
        if (showMore()) {
            return;
        }
        int row = selectedRow();
        SourcePosition position = row == TraceModel.NO_ROW ? null : tree.model().position(row);
        if (position != null) {
            navigator.open(position);
        }
    }

    private boolean showMore() {
        TreeItem<CallTreeRow> item = table.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue() instanceof CallTreeRow.More(int parent, int hidden)) {
            tree.showMore(parent);
            items.sync();
            return true;
        }
        return false;
    }
}
