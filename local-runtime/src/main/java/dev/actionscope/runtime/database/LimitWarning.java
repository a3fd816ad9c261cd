package dev.actionscope.runtime.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A limit that a transaction has come near: more than four fifths of it are used.
///
/// @param code Convex's short code: `TooManyDocumentsRead`, …
/// @param text the line Convex puts into the function's log
public record LimitWarning(String code, String text) {
    private static final double NEAR = 0.8;

    /// What was used measured by the limits.
    static List<LimitWarning> of(TransactionLimits used, TransactionLimits limits) {
        List<LimitWarning> warnings = new ArrayList<>();
        String read = " in a single function execution";
        String help = " " + TransactionUsage.HELP;
        add(
                warnings,
                "TooManyDocumentsRead",
                "Many documents read" + read,
                used.documentsRead(),
                limits.documentsRead(),
                "",
                help);
        add(warnings, "TooManyReads", "Many reads" + read, used.databaseQueries(), limits.databaseQueries(), "", help);
        add(
                warnings,
                "TooManyBytesRead",
                "Many bytes read" + read,
                used.bytesRead(),
                limits.bytesRead(),
                " bytes",
                help);
        add(
                warnings,
                "TooManyWrites",
                "Many writes" + read,
                used.documentsWritten(),
                limits.documentsWritten(),
                "",
                "");
        add(
                warnings,
                "TooManyBytesWritten",
                "Many bytes written" + read,
                used.bytesWritten(),
                limits.bytesWritten(),
                " bytes",
                "");
        add(
                warnings,
                "TooManyFunctionsScheduled",
                "Many functions scheduled by this mutation",
                used.functionsScheduled(),
                limits.functionsScheduled(),
                "",
                "");
        add(
                warnings,
                "ScheduledFunctionsArgumentsTooLarge",
                "Large total size of the arguments of scheduled functions from this mutation",
                used.scheduledFunctionArgsBytes(),
                limits.scheduledFunctionArgsBytes(),
                " bytes",
                "");
        return warnings;
    }

    private static void add(
            List<LimitWarning> warnings, String code, String what, long actual, long limit, String unit, String help) {
        LimitWarning warning = of(code, what, actual, limit, unit);
        if (warning != null) {
            warnings.add(new LimitWarning(code, warning.text() + help));
        }
    }

    /// The warning about one number, or null when it is not near its limit or past it.
    ///
    /// @param what for example `Large size of the function return value`
    /// @param unit with a space before it, or empty
    public static @Nullable LimitWarning of(String code, String what, long actual, long limit, String unit) {
        if (actual <= (long) (NEAR * limit) || actual > limit) {
            return null;
        }
        return new LimitWarning(code, what + " (actual: " + actual + unit + ", limit: " + limit + unit + ").");
    }
}
