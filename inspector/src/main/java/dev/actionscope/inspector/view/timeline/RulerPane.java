package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Fonts;
import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.timeline.RulerTick;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The scale of time above the lanes, with the moment under the mouse.
final class RulerPane extends Region {
    /// The least distance of two marks.
    static final double SPACING = 84;

    private static final double HEIGHT = 22;

    private final TimelineViewModel timeline;
    private final Canvas canvas = new Canvas();
    private TimelineColors colors = new TimelineColors(Theme.DARK);
    private double cursorX = -1;

    RulerPane(TimelineViewModel timeline) {
        this.timeline = timeline;
        getStyleClass().add("timeline-ruler");
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(TimelineColors shown) {
        colors = shown;
        requestLayout();
    }

    /// Where the mouse is; negative when it is not over the timeline.
    void point(double x) {
        if (x != cursorX) {
            cursorX = x;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, HEIGHT);
        if (timeline.isEmpty() || width <= 0) {
            return;
        }
        graphics.setFont(Font.font(Fonts.UI, 11));
        graphics.setTextBaseline(VPos.CENTER);
        for (RulerTick tick : RulerTick.of(timeline.viewport(), width, SPACING)) {
            double x = Math.floor(timeline.viewport().x(tick.nanos(), width)) + 0.5;
            graphics.setStroke(colors.color(Token.BORDER_STRONG));
            graphics.strokeLine(x, HEIGHT - 5, x, HEIGHT);
            graphics.setFill(colors.color(Token.TEXT_DIM));
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(tick.label(), x + 4, HEIGHT / 2);
        }
        if (cursorX >= 0) {
            paintCursor(graphics, width);
        }
    }

    private void paintCursor(GraphicsContext graphics, double width) {
        String text = RulerTick.label(timeline.viewport().time(cursorX, width), timeline.viewport(), width);
        double pill = text.length() * 6.4 + 12;
        double left = Math.clamp(cursorX - pill / 2, 0, Math.max(0, width - pill));
        graphics.setFill(colors.color(Token.ACCENT_STRONG));
        graphics.fillRoundRect(left, 2, pill, HEIGHT - 5, 8, 8);
        double tip = Math.floor(cursorX) + 0.5;
        graphics.fillPolygon(new double[] {tip - 4, tip + 4, tip}, new double[] {HEIGHT - 4, HEIGHT - 4, HEIGHT}, 3);
        graphics.setFill(colors.color(Token.ON_STRONG));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(text, left + pill / 2, HEIGHT / 2);
    }
}
