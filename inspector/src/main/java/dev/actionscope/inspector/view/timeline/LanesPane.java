package dev.actionscope.inspector.view.timeline;

import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.timeline.TimelineViewModel;
import java.nio.IntBuffer;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// The lanes of the timeline: bars in a buffer of pixels, labels and outlines on a canvas above it.
///
/// It paints while it is laid out, so at most once a frame, and only as many bars as there are pixels.
final class LanesPane extends Region {
    private final TimelineViewModel timeline;
    private final ImageView bars = new ImageView();
    private final Canvas overlay = new Canvas();
    private final DoubleProperty scroll = new SimpleDoubleProperty(this, "scroll");
    /// The picture that is shown and the one that is painted next: JavaFX may still be reading the former.
    private Picture front = new Picture(1, 1);

    private Picture back = new Picture(1, 1);
    private List<LanePainter.Label> labels = List.of();
    private TimelineColors colors = new TimelineColors(Theme.DARK);
    private boolean barsAreStale = true;
    private int hovered = TraceModel.NO_ROW;
    private double cursorX = -1;

    LanesPane(TimelineViewModel timeline) {
        this.timeline = timeline;
        getStyleClass().add("timeline-lanes");
        setId("timeline-lanes");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        bars.setManaged(false);
        bars.setSmooth(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        getChildren().addAll(bars, overlay);
        scroll.addListener(change -> repaint());
        focusedProperty().addListener(change -> repaintOverlay());
    }

    /// How far down it is scrolled, in units of the screen.
    DoubleProperty scrollProperty() {
        return scroll;
    }

    void show(TimelineColors shown) {
        colors = shown;
        repaint();
    }

    /// Paints everything at the next frame.
    void repaint() {
        barsAreStale = true;
        requestLayout();
    }

    /// Paints labels, outlines and cursor at the next frame; the bars stay.
    void repaintOverlay() {
        requestLayout();
    }

    /// Where the mouse is: `x` is negative when it is not here.
    void point(double x, int row) {
        if (x != cursorX || row != hovered) {
            cursorX = x;
            hovered = row;
            repaintOverlay();
        }
    }

    /// The row at a point of this pane, [TraceModel#NO_ROW] when there is none.
    int rowAt(double x, double y) {
        double nanosPerUnit = timeline.viewport().length() / Math.max(1, getWidth());
        long time = Math.round(timeline.viewport().time(x, Math.max(1, getWidth())));
        return timeline.layout().rowAt(LaneGeometry.laneAt(y, scroll.get()), time, (long) (3 * nanosPerUnit));
    }

    /// How far it can be scrolled.
    double scrollLength() {
        return Math.max(0, LaneGeometry.height(timeline.layout().laneCount()) - getHeight());
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.ceil(getWidth());
        int height = (int) Math.ceil(getHeight());
        if (width <= 0 || height <= 0) {
            return;
        }
        int scale = scale();
        if (barsAreStale || !front.isOf(width * scale, height * scale)) {
            barsAreStale = false;
            paintBars(width * scale, height * scale, scale);
        }
        bars.setFitWidth(width);
        bars.setFitHeight(height);
        paintOverlay(width, height);
    }

    private void paintBars(int width, int height, int scale) {
        Picture next = back.isOf(width, height) ? back : new Picture(width, height);
        labels = new LanePainter(timeline, colors, scroll.get(), scale).paint(next.pixels(), width, height);
        next.changed();
        back = front;
        front = next;
        bars.setImage(next.image());
    }

    private int scale() {
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? (int) Math.max(1, Math.ceil(getScene().getWindow().getRenderScaleX())) : 1;
    }

    /// Pixels that can be painted and shown.
    private record Picture(PixelBuffer<IntBuffer> buffer, WritableImage image) {
        Picture(int width, int height) {
            this(new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance()));
        }

        private Picture(PixelBuffer<IntBuffer> buffer) {
            this(buffer, new WritableImage(buffer));
        }

        boolean isOf(int width, int height) {
            return buffer.getWidth() == width && buffer.getHeight() == height;
        }

        int[] pixels() {
            return buffer.getBuffer().array();
        }

        void changed() {
            buffer.updateBuffer(all -> null);
        }
    }

    private void paintOverlay(int width, int height) {
        overlay.setWidth(width);
        overlay.setHeight(height);
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        OverlayPainter painter = new OverlayPainter(graphics, timeline, colors, getWidth(), scroll.get());
        if (cursorX >= 0) {
            painter.cursor(cursorX, height);
        }
        painter.labels(labels);
        painter.outline(hovered, 1, colors.color(Token.TEXT_DIM));
        painter.outline(timeline.selectedRow(), 2, colors.color(Token.TEXT));
        if (isFocused()) {
            graphics.setStroke(colors.color(Token.ACCENT));
            graphics.setLineWidth(1);
            graphics.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }
}
