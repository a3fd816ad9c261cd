package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Token;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.BarLook;
import dev.actionscope.inspector.timeline.BarRaster;
import dev.actionscope.inspector.timeline.LaneScan;
import dev.actionscope.inspector.timeline.RulerTick;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import java.util.ArrayList;
import java.util.List;

/// Paints the bars of the visible lanes into pixels and tells which of them have room for a label.
final class LanePainter {
    private static final double LABEL_ROOM = 26;
    private static final int MOST_LABELS = 3_000;

    /// A bar with room for a label, in units of the screen.
    record Label(double left, double right, int lane, int row, BarLook look) {}

    private final TimelineViewModel timeline;
    private final TimelineColors colors;
    private final double scroll;
    private final int scale;
    private final List<Label> labels = new ArrayList<>();

    LanePainter(TimelineViewModel timeline, TimelineColors colors, double scroll, int scale) {
        this.timeline = timeline;
        this.colors = colors;
        this.scroll = scroll;
        this.scale = scale;
    }

    /// Paints everything; the result has the labels.
    List<Label> paint(int[] pixels, int width, int height) {
        BarRaster raster = new BarRaster(pixels, width, height, scale);
        raster.clear(colors.pixel(Token.BG));
        int grid = colors.pixel(Token.BORDER);
        for (RulerTick tick : RulerTick.of(timeline.viewport(), (double) width / scale, RulerPane.SPACING)) {
            int x = (int) Math.round(timeline.viewport().x(tick.nanos(), width));
            raster.blend(x, x + scale, 0, height, grid, 0.7);
        }
        int last = Math.min(timeline.layout().laneCount() - 1, LaneGeometry.laneAt((double) height / scale, scroll));
        for (int lane = Math.max(0, LaneGeometry.laneAt(0, scroll)); lane <= last; lane++) {
            LaneScan.scan(timeline.layout().lane(lane), timeline.viewport(), width, new LaneBars(raster, lane));
        }
        return labels;
    }

    private final class LaneBars implements LaneScan.Bars {
        private final BarRaster raster;
        private final int lane;
        private final int top;
        private final int bottom;

        LaneBars(BarRaster raster, int lane) {
            this.raster = raster;
            this.lane = lane;
            double y = LaneGeometry.top(lane, scroll);
            this.top = (int) Math.round(y * scale);
            this.bottom = (int) Math.round((y + LaneGeometry.BAR_HEIGHT) * scale);
        }

        @Override
        public void single(double left, double right, int row) {
            TraceModel model = timeline.model();
            BarLook look = TimelineColors.look(model.status(row));
            int fill = colors.fill(look, model.kind(row));
            raster.bar(left, right, top, bottom, look, fill, colors.edge(look));
            if ((look == BarLook.ERROR || look == BarLook.DANGLING) && right - left > 8 * scale) {
                int stripe = (int) Math.round(left);
                raster.blend(stripe, stripe + 4 * scale, top, bottom, colors.kind(model.kind(row)), 1);
            }
            if (right - left >= LABEL_ROOM * scale && labels.size() < MOST_LABELS) {
                labels.add(new Label(left / scale, right / scale, lane, row, look));
            }
        }

        @Override
        public void merged(int pixel, int row, int count, double density, int troubles) {
            int color = troubles > 0
                    ? colors.pixel(Token.ERROR)
                    : colors.kind(timeline.model().kind(row));
            raster.column(pixel, top, bottom, color, troubles > 0 ? Math.max(density, 0.7) : density);
        }
    }
}
