package dev.actionscope.inspector.view.timeline;

/// Where lanes lie in the pane of lanes, in units of the screen.
final class LaneGeometry {
    static final double LANE_HEIGHT = 24;
    static final double BAR_HEIGHT = 21;
    private static final double TOP = 6;

    private LaneGeometry() {}

    /// The top of a lane's bars when scrolled down by `scroll`.
    static double top(int lane, double scroll) {
        return TOP + lane * LANE_HEIGHT - scroll;
    }

    static int laneAt(double y, double scroll) {
        return (int) Math.floor((y + scroll - TOP) / LANE_HEIGHT);
    }

    /// The height of that many lanes.
    static double height(int lanes) {
        return 2 * TOP + lanes * LANE_HEIGHT;
    }
}
