package dev.actionscope.runtime.scheduling;

import dev.actionscope.runtime.seam.SyscallException;
import java.math.BigDecimal;

/// Which times a function can be scheduled for: within five years, either way.
final class ScheduleTime {
    private static final double FIVE_YEARS = 5.0 * 366 * 24 * 3600;

    private ScheduleTime() {}

    static void check(double atSeconds, double nowSeconds) throws SyscallException {
        if (atSeconds < 0) {
            throw new SyscallException(
                    "Invalid arguments for `ts`: cannot convert float seconds to Duration: value is negative");
        }
        if (!Double.isFinite(atSeconds) || atSeconds >= 0x1p64) {
            throw new SyscallException("Invalid arguments for `ts`: cannot convert float seconds to Duration: value is"
                    + " either too big or NaN");
        }
        double delta = atSeconds - nowSeconds;
        if (Math.abs(delta) > FIVE_YEARS) {
            String seconds = new BigDecimal(Double.toString(atSeconds))
                    .stripTrailingZeros()
                    .toPlainString();
            throw new SyscallException(
                    "UnixTimestamp(" + seconds + "s) is more than 5 years in the " + (delta > 0 ? "future" : "past"));
        }
    }
}
