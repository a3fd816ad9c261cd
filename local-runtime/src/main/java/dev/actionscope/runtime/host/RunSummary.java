package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.RunStatus;
import org.jspecify.annotations.Nullable;

/// One line of the list of runs.
///
/// @param runId unique among the project's runs
/// @param status null while it goes on, or when its recording was cut off
/// @param startedAtMillis since the epoch
/// @param recording its file, null when it was not recorded
public record RunSummary(
        String runId,
        String function,
        @Nullable RunStatus status,
        long startedAtMillis,
        long durationNanos,
        int spanCount,
        int findingCount,
        @Nullable String recording) {}
