package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.IsolateLimits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one function may use, by name of the place it would run in.
///
/// @param actionTime of an action, operations included
/// @param transactionScriptTime of a query's or mutation's own JavaScript
/// @param transactionTime of a query or mutation, operations included
/// @param heapBytes held by one call's JavaScript
/// @param argumentBytes of the arguments, and of the returned value, as Convex JSON
public record LimitProfile(
        String name,
        Duration actionTime,
        Duration transactionScriptTime,
        Duration transactionTime,
        long heapBytes,
        long argumentBytes) {
    private static final long MIB = 1024 * 1024;
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    /// The hosted service: numbers of the open backend.
    public static final LimitProfile CLOUD = new LimitProfile(
            "cloud", Duration.ofMinutes(30), Duration.ofSeconds(1), Duration.ofSeconds(16), 64 * MIB, 16 * MIB);

    /// A backend of one's own with its default settings.
    public static final LimitProfile SELF_HOSTED = new LimitProfile(
            "self-hosted", Duration.ofMinutes(30), Duration.ofSeconds(1), Duration.ofSeconds(16), 64 * MIB, 16 * MIB);

    /// What Convex's page on actions says: ten minutes, 64 MB.
    public static final LimitProfile SEED = new LimitProfile(
            "seed", Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofSeconds(16), 64 * MIB, 16 * MIB);

    /// Nothing but what this machine has.
    public static final LimitProfile NONE =
            new LimitProfile("none", NO_LIMIT, NO_LIMIT, NO_LIMIT, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

    /// All of them, the default first.
    public static final List<LimitProfile> ALL = List.of(CLOUD, SELF_HOSTED, SEED, NONE);

    /// The profile of that name, or null.
    public static @Nullable LimitProfile named(String name) {
        for (LimitProfile profile : ALL) {
            if (profile.name.equals(name)) {
                return profile;
            }
        }
        return null;
    }

    /// What one call of such a function may use. The script of a call in an interpreter is given ten times as long:
    /// it takes that much longer than on Convex to do the same.
    IsolateLimits of(FunctionKind kind, boolean isInterpreter) {
        if (!kind.isTransactional()) {
            return new IsolateLimits(actionTime, actionTime, heapBytes);
        }
        Duration script =
                isInterpreter && !equals(NONE) ? transactionScriptTime.multipliedBy(10) : transactionScriptTime;
        return new IsolateLimits(transactionTime, script, heapBytes);
    }
}
