package dev.actionscope.inspector.timeline;

/// Goes over what is visible of a lane and says which bars to draw.
///
/// A span of at least [#SINGLE_PIXELS] gets a bar of its own; runs of smaller ones become one bar a pixel wide that
/// tells how full its time is. The cost follows the pixels, not the spans.
public final class LaneScan {
    static final double SINGLE_PIXELS = 2;

    private LaneScan() {}

    /// Takes the bars, from left to right. Pixels may lie outside the view on either side by one bar's length.
    public interface Bars {
        /// A span's own bar from `left` to `right`, in pixels.
        void single(double left, double right, int row);

        /// A column one pixel wide for `count` small spans.
        ///
        /// @param row the first of them
        /// @param density how much of the pixel's time they fill, above 0, at most 1
        /// @param troubles how many of them failed or were left dangling
        void merged(int pixel, int row, int count, double density, int troubles);
    }

    /// Scans what a viewport shows of the lane in a view that many pixels wide.
    public static void scan(Lane lane, Viewport viewport, int width, Bars bars) {
        double nanosPerPixel = viewport.length() / width;
        long singleNanos = (long) Math.ceil(SINGLE_PIXELS * nanosPerPixel);
        int place = lane.firstEndingAfter((long) Math.floor(viewport.start()) - 1);
        int size = lane.size();
        while (place < size && lane.start(place) < viewport.end()) {
            long start = lane.start(place);
            double left = (start - viewport.start()) / nanosPerPixel;
            if (lane.end(place) - start >= singleNanos) {
                bars.single(left, (lane.end(place) - viewport.start()) / nanosPerPixel, lane.row(place));
                place++;
            } else {
                int pixel = (int) Math.floor(left);
                int next = endOfPixel(lane, place, (long) Math.ceil(viewport.start() + (pixel + 1) * nanosPerPixel));
                int merged =
                        lane.end(next - 1) - lane.start(next - 1) >= singleNanos && next - 1 > place ? next - 1 : next;
                double density = Math.clamp(lane.busy(place, merged) / nanosPerPixel, 0.08, 1);
                bars.merged(pixel, lane.row(place), merged - place, density, lane.troubles(place, merged));
                place = merged;
            }
        }
    }

    private static int endOfPixel(Lane lane, int place, long nanos) {
        return Math.max(place + 1, lane.firstStartingAt(nanos, place));
    }
}
