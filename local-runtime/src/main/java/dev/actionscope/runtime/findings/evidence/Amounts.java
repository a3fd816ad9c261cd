package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.trace.Span;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// How messages write times and sizes, and how both are measured on spans.
final class Amounts {
    private Amounts() {}

    static String millis(long nanos) {
        double millis = nanos / 1e6;
        return millis < 10 ? String.format(Locale.ROOT, "%.1f ms", millis) : Math.round(millis) + " ms";
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1024.0;
        return kilobytes < 1024
                ? String.format(Locale.ROOT, "%.1f KiB", kilobytes)
                : String.format(Locale.ROOT, "%.1f MiB", kilobytes / 1024);
    }

    /// The time within a span that none of its children covers.
    ///
    /// @param children by start
    static long uncovered(Span span, List<Span> children) {
        long covered = 0;
        long until = span.startNanos();
        for (Span child : children) {
            long from = Math.max(child.startNanos(), until);
            long to = Math.min(child.endNanos(), span.endNanos());
            if (to > from) {
                covered += to - from;
                until = to;
            }
        }
        return Math.max(0, span.durationNanos() - covered);
    }

    /// The size of an attribute as JSON text.
    static long size(Span span, String attribute) {
        JsonNode value = span.attributes().get(attribute);
        if (value == null) {
            return 0;
        }
        JsonNode large = value.get("$large");
        return large == null ? value.toString().length() : large.longValue();
    }
}
