package dev.actionscope.inspector.runs;

import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.trace.RunStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The runs of a project as they are listed.
public final class RunList {
    private final List<RunSummary> runs;

    public RunList(List<RunSummary> runs) {
        this.runs = List.copyOf(runs);
    }

    /// Whether the run is over and did not succeed.
    public static boolean isFailure(RunSummary run) {
        return run.status() != null && run.status() != RunStatus.SUCCESS;
    }

    /// The runs to show.
    ///
    /// @param filter must occur in the function's name or the status, in any case; empty for all
    public List<RunSummary> shown(RunOrder order, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        Comparator<RunSummary> newest =
                Comparator.comparingLong(RunSummary::startedAtMillis).reversed();
        Comparator<RunSummary> comparator = switch (order) {
            case NEWEST_FIRST -> newest;
            case FAILURES_FIRST ->
                Comparator.comparing((RunSummary run) -> !isFailure(run)).thenComparing(newest);
        };
        return runs.stream()
                .filter(run -> wanted.isEmpty() || text(run).contains(wanted))
                .sorted(comparator)
                .toList();
    }

    private static String text(RunSummary run) {
        RunStatus status = run.status();
        return (run.function() + " " + (status == null ? "running" : status.id())).toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// `just now`, `2 min ago`, `3 h ago`, `5 days ago`.
    public static String ago(long startedAtMillis, long nowMillis) {
        long seconds = Math.max(0, nowMillis - startedAtMillis) / 1000;
        if (seconds < 10) {
            return "just now";
        }
        if (seconds < 60) {
            return seconds + " s ago";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min ago";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h ago";
        }
        long days = seconds / 86_400;
        return days == 1 ? "yesterday" : days + " days ago";
    }
}
