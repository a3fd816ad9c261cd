package dev.actionscope.inspector.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.trace.RunStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunListTest {
    private final RunList list = new RunList(List.of(
            run("a", "orders:place", RunStatus.ERROR, 100),
            run("b", "orders:list", RunStatus.SUCCESS, 300),
            run("c", "orders:place", null, 400),
            run("d", "email:send", RunStatus.TIMEOUT, 200)));

    private static RunSummary run(String id, String function, @Nullable RunStatus status, long at) {
        return new RunSummary(id, function, status, at, 5, 3, 0, null);
    }

    @Test
    void lists_the_newest_first_or_failures_before_the_rest() {
        assertEquals("cbda", ids(RunOrder.NEWEST_FIRST, ""));
        assertEquals("dacb", ids(RunOrder.FAILURES_FIRST, ""));
    }

    @Test
    void filters_by_function_and_status() {
        assertEquals("ca", ids(RunOrder.NEWEST_FIRST, "place"));
        assertEquals("d", ids(RunOrder.NEWEST_FIRST, "timeout"));
        assertEquals("c", ids(RunOrder.NEWEST_FIRST, "running"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "42000, 42 s ago",
        "125000, 2 min ago",
        "7200000, 2 h ago",
        "90000000, yesterday",
        "260000000, 3 days ago"
    })
    void says_how_long_ago(long millis, String text) {
        assertEquals(text, RunList.ago(1_000_000_000L, 1_000_000_000L + millis));
    }

    private String ids(RunOrder order, String filter) {
        return String.join(
                "", list.shown(order, filter).stream().map(RunSummary::runId).toList());
    }
}
