package dev.actionscope.inspector.view.timeline;

import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import dev.actionscope.inspector.timeline.Viewport;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the mouse does over the lanes.
final class TimelineMouse {
    private static final double DRAG_THRESHOLD = 4;

    /// Hears where the mouse is; `x` is negative when it has left.
    @FunctionalInterface
    interface Pointed {
        void at(double x, double y, int row);
    }

    private final LanesPane lanes;
    private final TimelineViewModel timeline;
    private final Pointed pointed;
    private double pressedX;
    private double pressedY;
    private double pressedScroll;
    private Viewport pressedViewport;
    private boolean dragged;

    private TimelineMouse(LanesPane lanes, TimelineViewModel timeline, Pointed pointed) {
        this.lanes = lanes;
        this.timeline = timeline;
        this.pointed = pointed;
        this.pressedViewport = timeline.viewport();
    }

    static void install(LanesPane lanes, TimelineViewModel timeline, Pointed pointed) {
        TimelineMouse mouse = new TimelineMouse(lanes, timeline, pointed);
        lanes.setOnMouseMoved(mouse::move);
        lanes.setOnMouseExited(event -> pointed.at(-1, 0, TraceModel.NO_ROW));
        lanes.setOnMousePressed(mouse::press);
        lanes.setOnMouseDragged(mouse::drag);
        lanes.setOnMouseReleased(event -> lanes.setCursor(Cursor.DEFAULT));
        lanes.setOnMouseClicked(mouse::click);
        lanes.setOnScroll(mouse::wheel);
    }

    private void move(MouseEvent event) {
        pointed.at(event.getX(), event.getY(), lanes.rowAt(event.getX(), event.getY()));
    }

    private void press(MouseEvent event) {
        lanes.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        pressedScroll = lanes.scrollProperty().get();
        pressedViewport = timeline.viewport();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        double x = event.getX() - pressedX;
        double y = event.getY() - pressedY;
        if (!dragged && Math.hypot(x, y) < DRAG_THRESHOLD) {
            return;
        }
        dragged = true;
        lanes.setCursor(Cursor.CLOSED_HAND);
        pointed.at(-1, 0, TraceModel.NO_ROW);
        timeline.view(pressedViewport.moved(-x / lanes.getWidth() * pressedViewport.length(), timeline.bounds()));
        lanes.scrollProperty().set(Math.clamp(pressedScroll - y, 0, lanes.scrollLength()));
    }

    private void click(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int row = lanes.rowAt(event.getX(), event.getY());
        timeline.select(row);
        if (event.getClickCount() == 2 && row != TraceModel.NO_ROW) {
            timeline.zoomTo(row);
        }
    }

    private void wheel(ScrollEvent event) {
        double notches = (event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX()) / 40;
        if (event.isShortcutDown()) {
            double pivot = timeline.viewport().time(event.getX(), lanes.getWidth());
            timeline.zoom(Math.pow(1.25, notches), pivot);
        } else if (event.isShiftDown() || event.getDeltaX() != 0) {
            timeline.pan(-notches * 0.08);
        } else if (lanes.scrollLength() > 0) {
            double scroll = lanes.scrollProperty().get() - notches * LaneGeometry.LANE_HEIGHT;
            lanes.scrollProperty().set(Math.clamp(scroll, 0, lanes.scrollLength()));
        } else {
            timeline.pan(-notches * 0.08);
        }
        pointed.at(event.getX(), event.getY(), lanes.rowAt(event.getX(), event.getY()));
        event.consume();
    }
}
