package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Fonts;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.BarLook;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Draws what lies above the bars: their labels, the outlines of the selected and the hovered span, the cursor.
final class OverlayPainter {
    private static final double FONT_SIZE = 11.5;
    /// The advance of one character of the code font at 11.5: every glyph is 0.6 em wide.
    private static final double CHARACTER = FONT_SIZE * 0.6;

    private static final double PADDING = 6;

    private final GraphicsContext graphics;
    private final TimelineViewModel timeline;
    private final TimelineColors colors;
    private final double width;
    private final double scroll;

    OverlayPainter(
            GraphicsContext graphics, TimelineViewModel timeline, TimelineColors colors, double width, double scroll) {
        this.graphics = graphics;
        this.timeline = timeline;
        this.colors = colors;
        this.width = width;
        this.scroll = scroll;
    }

    void labels(List<LanePainter.Label> labels) {
        graphics.setFont(Font.font(Fonts.CODE, FONT_SIZE));
        graphics.setTextBaseline(VPos.CENTER);
        for (LanePainter.Label label : labels) {
            label(label);
        }
    }

    private void label(LanePainter.Label label) {
        TraceModel model = timeline.model();
        double left = Math.max(0, label.left())
                + PADDING
                + (label.look() == BarLook.DANGLING || label.look() == BarLook.ERROR ? 4 : 0);
        double right = Math.min(width, label.right()) - PADDING + 2;
        int room = (int) Math.floor((right - left) / CHARACTER);
        if (room < 2) {
            return;
        }
        String name = (label.look() == BarLook.ERROR ? "× " : "") + model.name(label.row());
        double y = LaneGeometry.top(label.lane(), scroll) + LaneGeometry.BAR_HEIGHT / 2 + 0.5;
        graphics.setFill(colors.label(label.look()));
        graphics.fillText(name.length() <= room ? name : name.substring(0, room - 1) + "…", left, y);
        String total = Quantities.duration(model.total(label.row()));
        if (room >= name.length() + total.length() + 3) {
            graphics.setGlobalAlpha(0.72);
            graphics.fillText(total, left + (name.length() + 2) * CHARACTER, y);
            graphics.setGlobalAlpha(1);
        }
    }

    void outline(int row, double thickness, Color color) {
        if (row == TraceModel.NO_ROW || row >= timeline.layout().size()) {
            return;
        }
        TraceModel model = timeline.model();
        double left = timeline.viewport().x((double) model.start(row), width);
        double right = timeline.viewport().x((double) model.end(row), width);
        if (right < -4 || left > width + 4) {
            return;
        }
        left = Math.max(-4, left);
        right = Math.min(width + 4, Math.max(right, left + 3));
        double y = LaneGeometry.top(timeline.layout().laneOf(row), scroll);
        double half = thickness / 2;
        graphics.setStroke(color);
        graphics.setLineWidth(thickness);
        graphics.strokeRoundRect(
                Math.round(left) + half - 1,
                y + half - 1,
                Math.max(3, Math.round(right) - Math.round(left) - thickness + 1),
                LaneGeometry.BAR_HEIGHT - thickness + 2,
                5,
                5);
    }

    void cursor(double x, double height) {
        graphics.setStroke(colors.color(Token.ACCENT));
        graphics.setGlobalAlpha(0.75);
        graphics.setLineWidth(1);
        graphics.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, height);
        graphics.setGlobalAlpha(1);
    }
}
