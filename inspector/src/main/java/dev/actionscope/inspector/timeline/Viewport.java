package dev.actionscope.inspector.timeline;

/// The part of time that the timeline shows, in nanoseconds from the run's start.
///
/// @param start the left edge
/// @param end the right edge, after the start
public record Viewport(double start, double end) {
    /// The shortest part that can be shown.
    public static final double SHORTEST = 200;

    public Viewport {
        if (!(end > start)) {
            throw new IllegalArgumentException("a viewport ends after its start: " + start + ".." + end);
        }
    }

    /// All of a layout with a little room on the right.
    public static Viewport fitting(TimelineLayout layout) {
        double length = layout.endNanos() - layout.startNanos();
        return new Viewport(layout.startNanos(), layout.endNanos() + Math.max(length * 0.01, SHORTEST));
    }

    public double length() {
        return end - start;
    }

    /// The horizontal place of a moment in a view of that width.
    public double x(double nanos, double width) {
        return (nanos - start) / length() * width;
    }

    /// The moment at a horizontal place in a view of that width.
    public double time(double x, double width) {
        return start + x / width * length();
    }

    /// Shows `factor` times less time; the moment `pivot` stays where it is.
    public Viewport zoomedIn(double factor, double pivot, Viewport bounds) {
        double length = Math.clamp(length() / factor, Math.min(SHORTEST, bounds.length()), bounds.length());
        double left = pivot - (pivot - start) / length() * length;
        return new Viewport(left, left + length).within(bounds);
    }

    /// Moved to the right by that many nanoseconds, not past the bounds.
    public Viewport moved(double nanos, Viewport bounds) {
        return new Viewport(start + nanos, end + nanos).within(bounds);
    }

    /// Moved as little as needed to lie inside the bounds; cut to them when longer.
    public Viewport within(Viewport bounds) {
        double length = Math.min(length(), bounds.length());
        double left = Math.clamp(start, bounds.start, Math.max(bounds.start, bounds.end - length));
        return new Viewport(left, left + length);
    }

    /// The part that shows from `from` to `to` with a tenth of room on either side.
    public static Viewport around(double from, double to, Viewport bounds) {
        double length = Math.max((to - from) * 1.2, SHORTEST);
        double middle = (from + to) / 2;
        return new Viewport(middle - length / 2, middle + length / 2).within(bounds);
    }

    /// Moved as little as needed to show some of that time; the same when it shows it already.
    public Viewport revealing(double from, double to, Viewport bounds) {
        boolean visible = to >= start && from <= end;
        if (visible && (from >= start || to <= end || to - from >= length())) {
            return this;
        }
        if (to - from > length()) {
            return around(from, to, bounds);
        }
        return moved((from + to) / 2 - (start + end) / 2, bounds);
    }
}
