package dev.actionscope.runtime.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.scheduling.JobState.Broke;
import dev.actionscope.runtime.scheduling.JobState.CancelRequested;
import dev.actionscope.runtime.scheduling.JobState.Canceled;
import dev.actionscope.runtime.scheduling.JobState.Event;
import dev.actionscope.runtime.scheduling.JobState.Failed;
import dev.actionscope.runtime.scheduling.JobState.InProgress;
import dev.actionscope.runtime.scheduling.JobState.Pending;
import dev.actionscope.runtime.scheduling.JobState.Started;
import dev.actionscope.runtime.scheduling.JobState.Succeeded;
import dev.actionscope.runtime.scheduling.JobState.Success;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobStateTest {
    private static final Map<String, JobState> STATES = Map.of(
            "pending", new Pending(),
            "inProgress", new InProgress(),
            "success", new Success(),
            "failed", new Failed("first"),
            "canceled", new Canceled());
    private static final Map<String, Event> EVENTS = Map.of(
            "started", new Started(),
            "succeeded", new Succeeded(),
            "broke", new Broke("second"),
            "cancel", new CancelRequested());

    @ParameterizedTest
    @CsvSource({
        "pending, started, inProgress",
        "pending, succeeded, success",
        "pending, broke, failed",
        "pending, cancel, canceled",
        "inProgress, started, -",
        "inProgress, succeeded, success",
        "inProgress, broke, failed",
        "inProgress, cancel, canceled",
        "success, started, -",
        "success, succeeded, -",
        "success, broke, -",
        "success, cancel, -",
        "failed, started, -",
        "failed, succeeded, -",
        "failed, broke, -",
        "failed, cancel, -",
        "canceled, started, -",
        "canceled, succeeded, -",
        "canceled, broke, -",
        "canceled, cancel, -",
    })
    void every_event_in_every_state(String state, String event, String next) {
        JobState from = STATES.getOrDefault(state, new Pending());
        Event with = EVENTS.getOrDefault(event, new Started());
        assertEquals(next, from.next(with).map(JobState::kind).orElse("-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inProgress", "success", "failed", "canceled"})
    void every_state_survives_its_document(String kind) {
        JobState state = STATES.getOrDefault(kind, new Pending());
        assertEquals(kind, state.kind());
        assertEquals(state, JobState.of(state.toValue()));
    }
}
