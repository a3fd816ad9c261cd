package dev.actionscope.inspector.view;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.value.LargeValues;
import dev.actionscope.inspector.view.calltree.CallTreeView;
import dev.actionscope.inspector.view.details.SpanDetailsView;
import dev.actionscope.inspector.view.timeline.TimelineTools;
import dev.actionscope.inspector.view.timeline.TimelineView;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// A run's calls: the tree beside the timeline, and the details of the selected one.
public final class CallsView extends StackPane {
    private static final double TREE_SHARE = 0.42;
    private static final double DETAILS_SHARE = 0.78;

    private final CallTreeView tree;
    private final TimelineView timeline;
    private final SpanDetailsView details;
    private final SplitPane split;
    private final ToggleButton showDetails = Tools.toggle(Icons.SIDEBAR, "Show the details of the selected call");
    private final HBox tools;
    private final EmptyState empty =
            new EmptyState(Icons.TREE, "No calls yet", "Run a function: its calls appear here as they happen.");
    private TraceModel model = new TraceModel();

    public CallsView(TraceSelection selection, SourceNavigator navigator, LargeValues largeValues) {
        tree = new CallTreeView(selection, navigator);
        timeline = new TimelineView(selection, navigator);
        details = new SpanDetailsView(selection, navigator, largeValues);
        split = new SplitPane(tree, timeline);
        split.getStyleClass().add("calls-split");
        SplitPane.setResizableWithParent(details, false);
        split.setDividerPositions(TREE_SHARE);
        setMinSize(0, 0);
        getChildren().addAll(split, empty);
        showDetails.setId("show-details");
        showDetails.selectedProperty().subscribe(this::arrange);
        tools = new HBox(4, new TimelineTools(timeline.viewModel()), showDetails);
        tools.setAlignment(Pos.CENTER_RIGHT);
    }

    private void arrange(boolean withDetails) {
        if (withDetails && !split.getItems().contains(details)) {
            double share = split.getDividerPositions()[0];
            split.getItems().add(details);
            split.setDividerPositions(Math.min(share, TREE_SHARE), DETAILS_SHARE);
        } else if (!withDetails) {
            split.getItems().remove(details);
        }
    }

    void show(TraceModel shown) {
        model = shown;
        tree.show(shown);
        timeline.show(shown);
        details.show(shown);
        showEmptiness();
    }

    private void showEmptiness() {
        empty.setVisible(model.size() == 0);
        split.setVisible(model.size() > 0);
        tools.setVisible(model.size() > 0);
    }

    void refresh() {
        showEmptiness();
        tree.refresh();
        timeline.refresh();
        details.refresh();
    }

    /// Whether the details stand beside the timeline.
    public BooleanProperty detailsShownProperty() {
        return showDetails.selectedProperty();
    }

    /// A summary of the run and the buttons of the timeline.
    Node tools() {
        return tools;
    }

    public CallTreeView tree() {
        return tree;
    }

    public TimelineView timeline() {
        return timeline;
    }

    public SpanDetailsView details() {
        return details;
    }

    /// The split of tree, timeline and details; its divider positions can be kept from one start to the next.
    public SplitPane split() {
        return split;
    }
}
