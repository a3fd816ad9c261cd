package dev.actionscope.inspector.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A mark of the ruler.
///
/// @param nanos its moment from the run's start
/// @param label its moment in the unit that suits the ruler: `20 ms`
public record RulerTick(double nanos, String label) {
    private static final double[] STEPS = {1, 2, 5};

    /// The marks of a viewport, at round moments and at least `spacing` apart in a view of that width.
    public static List<RulerTick> of(Viewport viewport, double width, double spacing) {
        double step = step(viewport.length() * spacing / Math.max(width, 1));
        List<RulerTick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(viewport.start() / step);
        long last = (long) Math.floor(viewport.end() / step);
        for (long tick = first; tick <= last; tick++) {
            ticks.add(new RulerTick(tick * step, label(tick * step, step)));
        }
        return List.copyOf(ticks);
    }

    /// A moment as precisely as a view of that width can tell it.
    public static String label(double nanos, Viewport viewport, double width) {
        double step = step(viewport.length() / Math.max(width, 1));
        return label(Math.round(nanos / step) * step, step);
    }

    /// The smallest round step that is not below the wanted one.
    static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(wanted, 1))));
        for (double step : STEPS) {
            if (step * power >= wanted - 1e-9) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String label(double nanos, double step) {
        if (step < 1e3) {
            return amount(nanos / 1e3, step / 1e3) + " µs";
        }
        if (step < 1e6 && Math.abs(nanos) < 1e6) {
            return amount(nanos / 1e3, step / 1e3) + " µs";
        }
        return step < 5e8 ? amount(nanos / 1e6, step / 1e6) + " ms" : amount(nanos / 1e9, step / 1e9) + " s";
    }

    private static String amount(double value, double step) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%,." + digits + "f", value == 0 ? 0.0 : value);
    }
}
