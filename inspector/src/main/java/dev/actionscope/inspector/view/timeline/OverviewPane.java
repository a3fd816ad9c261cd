package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.timeline.Overview;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import dev.actionscope.inspector.timeline.Viewport;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The whole run as a strip, with a brush over the part that the lanes show.
///
/// Dragging the brush moves it, its edges resize it, dragging elsewhere makes a new one, a double click shows all.
final class OverviewPane extends Region {
    private static final double HEIGHT = 40;
    private static final double GRIP = 5;
    private static final int SLICES = 1_024;

    /// What a drag does: moves an edge, or both.
    private enum Grip {
        LEFT,
        RIGHT,
        BOTH,
        NEW
    }

    private final TimelineViewModel timeline;
    private final Canvas strip = new Canvas();
    private final Canvas brush = new Canvas();
    private TimelineColors colors = new TimelineColors(Theme.DARK);
    private @Nullable Overview overview;
    private boolean stripIsStale = true;
    private Grip grip = Grip.NEW;
    private double pressedX;
    private Viewport pressedViewport;

    OverviewPane(TimelineViewModel timeline) {
        this.timeline = timeline;
        this.pressedViewport = timeline.viewport();
        getStyleClass().add("timeline-overview");
        setId("timeline-overview");
        strip.setManaged(false);
        brush.setManaged(false);
        getChildren().addAll(strip, brush);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseMoved(event -> setCursor(cursorOf(gripAt(event.getX()))));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                timeline.fit();
            }
        });
    }

    void show(TimelineColors shown) {
        colors = shown;
        stripIsStale = true;
        requestLayout();
    }

    /// Takes in another layout.
    void refresh() {
        overview = null;
        stripIsStale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (strip.getWidth() != width) {
            strip.setWidth(width);
            strip.setHeight(HEIGHT);
            brush.setWidth(width);
            brush.setHeight(HEIGHT);
            stripIsStale = true;
        }
        if (stripIsStale) {
            stripIsStale = false;
            paintStrip(width);
        }
        paintBrush(width);
    }

    private void paintStrip(double width) {
        GraphicsContext graphics = strip.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, HEIGHT);
        if (timeline.isEmpty()) {
            return;
        }
        Overview shown = overview;
        if (shown == null) {
            shown = Overview.of(timeline.model(), timeline.bounds(), SLICES);
            overview = shown;
        }
        for (int x = 0; x < width; x++) {
            int slice = Math.min(shown.slices() - 1, (int) (x / width * shown.slices()));
            int end = Math.max(slice + 1, (int) ((x + 1) / width * shown.slices()));
            int tallest = tallest(shown, slice, Math.min(end, shown.slices()));
            if (shown.height(tallest) > 0) {
                double height = Math.round(3 + shown.height(tallest) * (HEIGHT - 12));
                graphics.setFill(colors.kindColor(shown.kind(tallest)));
                graphics.fillRect(x, HEIGHT - 2 - height, 1, height);
            }
        }
        paintTroubles(graphics, shown, width);
    }

    private void paintTroubles(GraphicsContext graphics, Overview shown, double width) {
        double last = -8;
        graphics.setFill(colors.color(Token.ERROR));
        for (int slice = 0; slice < shown.slices(); slice++) {
            if (shown.hasTrouble(slice)) {
                double x = (double) slice / shown.slices() * width;
                if (x < last + 8) {
                    continue;
                }
                last = x;
                graphics.fillPolygon(new double[] {x - 3.5, x + 3.5, x}, new double[] {1, 1, 6}, 3);
            }
        }
    }

    private static int tallest(Overview shown, int from, int to) {
        int tallest = from;
        for (int slice = from + 1; slice < to; slice++) {
            tallest = shown.height(slice) > shown.height(tallest) ? slice : tallest;
        }
        return tallest;
    }

    private void paintBrush(double width) {
        GraphicsContext graphics = brush.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, HEIGHT);
        if (timeline.isEmpty()) {
            return;
        }
        double left = left();
        double right = right();
        graphics.setGlobalAlpha(0.62);
        graphics.setFill(colors.color(Token.BG));
        graphics.fillRect(0, 0, left, HEIGHT);
        graphics.fillRect(right, 0, width - right, HEIGHT);
        graphics.setGlobalAlpha(1);
        graphics.setStroke(colors.color(Token.ACCENT));
        graphics.setLineWidth(1);
        graphics.strokeRect(
                Math.floor(left) + 0.5, 0.5, Math.max(2, Math.floor(right) - Math.floor(left) - 1), HEIGHT - 1);
        graphics.setFill(colors.color(Token.ACCENT));
        double middle = HEIGHT / 2;
        graphics.fillRoundRect(Math.clamp(left - 2.5, 0, width - 5), middle - 7, 5, 14, 4, 4);
        graphics.fillRoundRect(Math.clamp(right - 2.5, 0, width - 5), middle - 7, 5, 14, 4, 4);
    }

    private double left() {
        return timeline.bounds().x(timeline.viewport().start(), getWidth());
    }

    private double right() {
        return timeline.bounds().x(timeline.viewport().end(), getWidth());
    }

    private Grip gripAt(double x) {
        if (Math.abs(x - left()) <= GRIP) {
            return Grip.LEFT;
        }
        if (Math.abs(x - right()) <= GRIP) {
            return Grip.RIGHT;
        }
        boolean showsAll = timeline.viewport().length() >= timeline.bounds().length() * 0.999;
        return !showsAll && x > left() && x < right() ? Grip.BOTH : Grip.NEW;
    }

    private static Cursor cursorOf(Grip grip) {
        return switch (grip) {
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case BOTH -> Cursor.MOVE;
            case NEW -> Cursor.CROSSHAIR;
        };
    }

    private void press(MouseEvent event) {
        grip = gripAt(event.getX());
        pressedX = event.getX();
        pressedViewport = timeline.viewport();
    }

    private void drag(MouseEvent event) {
        Viewport bounds = timeline.bounds();
        double from = bounds.time(pressedX, getWidth());
        double to = bounds.time(Math.clamp(event.getX(), 0, getWidth()), getWidth());
        switch (grip) {
            case BOTH -> timeline.view(pressedViewport.moved(to - from, bounds));
            case LEFT -> span(to, pressedViewport.end());
            case RIGHT -> span(pressedViewport.start(), to);
            case NEW -> span(from, to);
        }
    }

    private void span(double one, double other) {
        double from = Math.min(one, other);
        timeline.view(new Viewport(from, Math.max(Math.max(one, other), from + Viewport.SHORTEST)));
    }
}
