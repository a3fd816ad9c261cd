package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Theme;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import dev.actionscope.inspector.timeline.TimelineLayout;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The waterfall of a run: an overview with a brush, a ruler, and lanes of bars that can be zoomed and moved.
///
/// Ctrl+wheel zooms at the pointer, the wheel moves (with Shift sideways), dragging moves, a click selects, a double
/// click zooms to a span. Keys: `+` `-` `0`, `F` for the selected span, arrows to move, Shift+arrows to select, Enter
/// for the source.
public final class TimelineView extends StackPane {
    private final TimelineViewModel timeline;
    private final OverviewPane overview;
    private final RulerPane ruler;
    private final LanesPane lanes;
    private final ScrollBar scrollBar = new ScrollBar();
    private final SpanCard card = new SpanCard();
    private final EmptyState empty =
            new EmptyState(Icons.TIMELINE, "No calls yet", "Run a function: its calls appear here as they happen.");
    private final VBox content;
    private TimelineLayout paintedLayout;

    public TimelineView(TraceSelection selection, SourceNavigator navigator) {
        timeline = new TimelineViewModel(selection);
        paintedLayout = timeline.layout();
        overview = new OverviewPane(timeline);
        ruler = new RulerPane(timeline);
        lanes = new LanesPane(timeline);
        getStyleClass().add("timeline");
        setId("timeline");
        setMinSize(0, 0);
        content = new VBox(overview, ruler, lanesArea());
        getChildren().addAll(content, empty, cardLayer());
        timeline.onChange(this::changed);
        selection.onChange(selected -> revealSelected());
        sceneProperty().flatMap(Theme::of).subscribe(theme -> apply(theme == null ? Theme.DARK : theme));
        TimelineMouse.install(lanes, timeline, this::point);
        TimelineKeys.install(lanes, timeline, navigator);
        changed();
    }

    private BorderPane lanesArea() {
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.valueProperty().bindBidirectional(lanes.scrollProperty());
        lanes.heightProperty().addListener(change -> fitScrollBar());
        BorderPane area = new BorderPane(lanes);
        area.setRight(scrollBar);
        area.setMinSize(0, 0);
        VBox.setVgrow(area, javafx.scene.layout.Priority.ALWAYS);
        return area;
    }

    private Pane cardLayer() {
        Pane layer = new Pane(card);
        layer.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        layer.setClip(clip);
        return layer;
    }

    /// Shows another trace, all of it.
    public void show(TraceModel model) {
        lanes.scrollProperty().set(0);
        timeline.show(model);
        revealSelected();
    }

    /// Takes in what the trace has become.
    public void refresh() {
        timeline.refresh();
    }

    /// What it shows and how that is changed; for buttons and commands.
    public TimelineViewModel viewModel() {
        return timeline;
    }

    private void changed() {
        empty.setVisible(timeline.isEmpty());
        content.setVisible(!timeline.isEmpty());
        if (paintedLayout != timeline.layout()) {
            paintedLayout = timeline.layout();
            overview.refresh();
            fitScrollBar();
        }
        overview.requestLayout();
        ruler.requestLayout();
        lanes.repaint();
        describe();
    }

    private void revealSelected() {
        int row = timeline.selectedRow();
        if (row != TraceModel.NO_ROW) {
            timeline.reveal(row);
            double top = LaneGeometry.top(timeline.layout().laneOf(row), 0) - 6;
            double bottom = top + LaneGeometry.LANE_HEIGHT + 12;
            double scroll = lanes.scrollProperty().get();
            if (lanes.getHeight() > 0 && (top < scroll || bottom > scroll + lanes.getHeight())) {
                lanes.scrollProperty().set(Math.clamp(top - lanes.getHeight() / 3, 0, lanes.scrollLength()));
            }
        }
        lanes.repaintOverlay();
        describe();
    }

    private void fitScrollBar() {
        double length = lanes.scrollLength();
        scrollBar.setVisible(length > 0);
        scrollBar.setManaged(length > 0);
        scrollBar.setMax(Math.max(length, 1e-9));
        scrollBar.setVisibleAmount(length * lanes.getHeight() / Math.max(1, length + lanes.getHeight()));
        scrollBar.setUnitIncrement(LaneGeometry.LANE_HEIGHT);
        scrollBar.setBlockIncrement(Math.max(LaneGeometry.LANE_HEIGHT, lanes.getHeight() - LaneGeometry.LANE_HEIGHT));
        if (lanes.scrollProperty().get() > length) {
            lanes.scrollProperty().set(length);
        }
    }

    private void apply(Theme theme) {
        TimelineColors colors = new TimelineColors(theme);
        overview.show(colors);
        ruler.show(colors);
        lanes.show(colors);
    }

    private void point(double x, double y, int row) {
        ruler.point(x);
        lanes.point(x, row);
        card.setVisible(row != TraceModel.NO_ROW && x >= 0);
        if (card.isVisible()) {
            card.show(timeline.model(), row);
            place(x, lanes.localToScene(0, y).getY() - localToScene(0, 0).getY());
        }
    }

    private void place(double x, double y) {
        card.applyCss();
        double width = Math.min(card.prefWidth(-1), Math.max(120, getWidth() - 16));
        double height = card.prefHeight(width);
        double left = Math.clamp(x + 14, 8, Math.max(8, getWidth() - width - 8));
        double below = y + 18;
        double top = below + height <= getHeight() - 4 ? below : Math.max(4, y - height - 14);
        card.resizeRelocate(left, top, width, height);
    }

    private void describe() {
        int row = timeline.selectedRow();
        TraceModel model = timeline.model();
        String spans = Quantities.count(model.size(), "span", "spans");
        lanes.setAccessibleText(
                row == TraceModel.NO_ROW
                        ? "Timeline, " + spans
                        : "Timeline, " + spans + ". Selected: "
                                + model.kind(row).id() + " " + model.name(row) + ", "
                                + Quantities.duration(model.total(row)) + ", "
                                + model.status(row).id());
        lanes.setAccessibleHelp("Plus and minus zoom, arrows move, Shift and arrows select, Enter opens the source.");
    }
}
