package dev.actionscope.runtime.isolate;

import java.math.BigDecimal;
import java.time.Duration;

/// Writes durations as Convex does: `1s`, `1.5s`, `500ms`.
final class DurationText {
    private DurationText() {}

    static String of(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + "ms";
        }
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
    }
}
