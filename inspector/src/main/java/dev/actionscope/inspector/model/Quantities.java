package dev.actionscope.inspector.model;

import java.util.Locale;

/// Durations, sizes and counts as people read them: three significant digits and a unit.
public final class Quantities {
    private static final double KIBI = 1024;

    private Quantities() {}

    /// `950 ns`, `12.3 µs`, `184 ms`, `2.50 s`, `1 min 12 s`; `0 ms` for nothing.
    public static String duration(long nanos) {
        if (nanos <= 0) {
            return "0 ms";
        }
        if (nanos < 1_000) {
            return nanos + " ns";
        }
        if (nanos < 999_500) {
            return threeDigits(nanos / 1e3) + " µs";
        }
        if (nanos < 999_500_000L) {
            return threeDigits(nanos / 1e6) + " ms";
        }
        if (nanos < 59_950_000_000L) {
            return threeDigits(nanos / 1e9) + " s";
        }
        long seconds = Math.round(nanos / 1e9);
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /// `512 B`, `1.25 KiB`, `64.0 MiB`.
    public static String bytes(long bytes) {
        if (bytes < KIBI) {
            return bytes + " B";
        }
        double value = bytes / KIBI;
        for (String unit : new String[] {"KiB", "MiB", "GiB"}) {
            if (value < 999.5) {
                return threeDigits(value) + " " + unit;
            }
            value /= KIBI;
        }
        return threeDigits(value) + " TiB";
    }

    /// `1,284`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// `1 span`, `1,284 spans`.
    public static String count(long count, String singular, String plural) {
        return count(count) + " " + (count == 1 ? singular : plural);
    }

    private static String threeDigits(double value) {
        if (value < 9.995) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f" : "%.0f", value);
    }
}
