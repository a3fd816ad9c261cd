package dev.actionscope.inspector.timeline;

import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.model.TraceSelection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the timeline shows: a trace, its layout, the part of time in view, and the selected span.
///
/// Confined to the thread of the views.
public final class TimelineViewModel {
    /// How much one step of zooming changes the length of the part in view.
    public static final double ZOOM_STEP = 1.5;

    private final TraceSelection selection;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private TraceModel model = new TraceModel();
    private TimelineLayout layout = TimelineLayout.of(model);
    private Viewport bounds = Viewport.fitting(layout);
    private Viewport viewport = bounds;
    private boolean following = true;

    public TimelineViewModel(TraceSelection selection) {
        this.selection = selection;
    }

    /// Shows another trace, all of it.
    public void show(TraceModel shown) {
        model = shown;
        following = true;
        refresh();
    }

    /// Takes in what the trace has become. A view of all of it goes on to show all of it.
    public void refresh() {
        layout = TimelineLayout.of(model);
        bounds = Viewport.fitting(layout);
        viewport = following ? bounds : viewport.within(bounds);
        changed();
    }

    public TraceModel model() {
        return model;
    }

    public TimelineLayout layout() {
        return layout;
    }

    /// The part of time in view.
    public Viewport viewport() {
        return viewport;
    }

    /// All of the time there is.
    public Viewport bounds() {
        return bounds;
    }

    public boolean isEmpty() {
        return model.size() == 0;
    }

    /// The row of the selected span, [TraceModel#NO_ROW] when none of this trace is selected or it is not laid out yet.
    public int selectedRow() {
        int row =
                selection.spanId().isPresent() ? model.rowOf(selection.spanId().getAsLong()) : TraceModel.NO_ROW;
        return row < layout.size() ? row : TraceModel.NO_ROW;
    }

    public void select(int row) {
        if (row == TraceModel.NO_ROW) {
            selection.clear();
        } else {
            selection.select(model.id(row));
        }
    }

    /// Selects the span before (-1) or after (+1) the selected one in its lane; the first one when none is selected.
    public void selectNeighbour(int step) {
        int selected = selectedRow();
        selectIfAny(selected == TraceModel.NO_ROW ? firstRow() : layout.neighbour(model, selected, step));
    }

    public void selectParent() {
        int selected = selectedRow();
        selectIfAny(selected == TraceModel.NO_ROW ? firstRow() : model.parent(selected));
    }

    public void selectFirstChild() {
        int selected = selectedRow();
        selectIfAny(selected == TraceModel.NO_ROW ? firstRow() : model.firstChild(selected));
    }

    private int firstRow() {
        return model.firstChild(TraceModel.NO_ROW);
    }

    private void selectIfAny(int row) {
        if (row != TraceModel.NO_ROW && row < layout.size()) {
            select(row);
            reveal(row);
        }
    }

    /// Shows less (a factor above 1) or more time; the moment `pivot` stays where it is.
    public void zoom(double factor, double pivot) {
        view(viewport.zoomedIn(factor, pivot, bounds));
    }

    /// Zooms about the middle of the selected span when it is in view, else about the middle of the view.
    public void zoom(double factor) {
        int row = selectedRow();
        double middle = (viewport.start() + viewport.end()) / 2;
        if (row != TraceModel.NO_ROW) {
            double ofSpan = (model.start(row) + (double) model.end(row)) / 2;
            middle = ofSpan > viewport.start() && ofSpan < viewport.end() ? ofSpan : middle;
        }
        zoom(factor, middle);
    }

    /// Moves by a part of the time in view: 0.1 is a tenth to the right.
    public void pan(double part) {
        view(viewport.moved(part * viewport.length(), bounds));
    }

    /// Shows everything.
    public void fit() {
        view(bounds);
    }

    /// Shows that span, as wide as it goes.
    public void zoomTo(int row) {
        view(Viewport.around((double) model.start(row), (double) model.end(row), bounds));
    }

    /// Shows the selected span, as wide as it goes; everything when none is selected.
    public void zoomToSelected() {
        int row = selectedRow();
        if (row == TraceModel.NO_ROW) {
            fit();
        } else {
            zoomTo(row);
        }
    }

    /// Moves as little as needed to have some of that span in view.
    public void reveal(int row) {
        view(viewport.revealing((double) model.start(row), (double) model.end(row), bounds));
    }

    /// Shows that part of time, as far as there is any.
    public void view(Viewport wanted) {
        viewport = wanted.within(bounds);
        following = viewport.length() >= bounds.length() * 0.9999;
        changed();
    }

    /// Calls the listener after every change of what is shown.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
