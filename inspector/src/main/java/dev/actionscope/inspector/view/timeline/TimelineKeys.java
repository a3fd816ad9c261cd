package dev.actionscope.inspector.view.timeline;

import dev.actionscope.inspector.model.SourceNavigator;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import dev.actionscope.runtime.trace.SourcePosition;
import javafx.scene.input.KeyEvent;

/// What the keyboard does while the lanes have the focus.
final class TimelineKeys {
    private static final double STEP = 0.1;

    private final LanesPane lanes;
    private final TimelineViewModel timeline;
    private final SourceNavigator navigator;

    private TimelineKeys(LanesPane lanes, TimelineViewModel timeline, SourceNavigator navigator) {
        this.lanes = lanes;
        this.timeline = timeline;
        this.navigator = navigator;
    }

    static void install(LanesPane lanes, TimelineViewModel timeline, SourceNavigator navigator) {
        TimelineKeys keys = new TimelineKeys(lanes, timeline, navigator);
        lanes.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean free = !event.isShortcutDown() && !event.isAltDown();
            if (free && (event.isShiftDown() ? keys.select(event) : keys.move(event))) {
                event.consume();
            }
        });
    }

    private boolean select(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> timeline.selectNeighbour(-1);
            case RIGHT -> timeline.selectNeighbour(1);
            case UP -> timeline.selectParent();
            case DOWN -> timeline.selectFirstChild();
            case EQUALS -> timeline.zoom(TimelineViewModel.ZOOM_STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean move(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, A -> timeline.pan(-STEP);
            case RIGHT, D -> timeline.pan(STEP);
            case UP -> scroll(-LaneGeometry.LANE_HEIGHT);
            case DOWN -> scroll(LaneGeometry.LANE_HEIGHT);
            case PAGE_UP -> scroll(-lanes.getHeight());
            case PAGE_DOWN -> scroll(lanes.getHeight());
            case HOME -> timeline.pan(-1e9);
            case END -> timeline.pan(1e9);
            case PLUS, ADD, EQUALS, W -> timeline.zoom(TimelineViewModel.ZOOM_STEP);
            case MINUS, SUBTRACT, S -> timeline.zoom(1 / TimelineViewModel.ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> timeline.fit();
            case F -> timeline.zoomToSelected();
            case ESCAPE -> timeline.select(TraceModel.NO_ROW);
            case ENTER -> openSource();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void scroll(double by) {
        lanes.scrollProperty().set(Math.clamp(lanes.scrollProperty().get() + by, 0, lanes.scrollLength()));
    }

    private void openSource() {
        int row = timeline.selectedRow();
        SourcePosition position =
                row == TraceModel.NO_ROW ? null : timeline.model().position(row);
        if (position != null) {
            navigator.open(position);
        }
    }
}
