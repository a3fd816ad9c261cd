package dev.actionscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.app.run.RunState.Ended;
import dev.actionscope.app.run.RunState.Event;
import dev.actionscope.app.run.RunState.Idle;
import dev.actionscope.app.run.RunState.Lost;
import dev.actionscope.app.run.RunState.Running;
import dev.actionscope.app.run.RunState.Starting;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SpanKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private static final RunResult RESULT = new RunResult(
            "f",
            SpanKind.ACTION,
            "convex",
            "interpreter",
            RunStatus.SUCCESS,
            null,
            null,
            1,
            1,
            List.of(),
            List.of(),
            List.of(),
            null);
    private static final Running RUNNING = new Running("1", "f", 5, false);

    private static final List<RunState> STATES =
            List.of(new Idle(), new Starting("f"), RUNNING, new Ended("f", RESULT), new Lost("f", "why"));

    /// Every event in every state; what is not named here changes nothing.
    @Test
    void every_event_in_every_state() {
        Map<Event, Map<Class<?>, RunState>> changes = Map.of(
                new Event.Asked("g"),
                Map.of(Idle.class, new Starting("g"), Ended.class, new Starting("g"), Lost.class, new Starting("g")),
                new Event.Begun("1", 5),
                Map.of(Starting.class, RUNNING),
                new Event.Refused("no"),
                Map.of(Starting.class, new Lost("f", "no")),
                new Event.Stopped(),
                Map.of(Running.class, new Running("1", "f", 5, true)),
                new Event.Finished("1", RESULT),
                Map.of(Running.class, new Ended("f", RESULT)),
                new Event.Finished("other", RESULT),
                Map.of(),
                new Event.HostDied("gone"),
                Map.of(Starting.class, new Lost("f", "gone"), Running.class, new Lost("f", "gone")),
                new Event.Loaded(RESULT),
                Map.of(
                        Idle.class,
                        new Ended("f", RESULT),
                        Ended.class,
                        new Ended("f", RESULT),
                        Lost.class,
                        new Ended("f", RESULT)));
        changes.forEach((event, expected) -> {
            for (RunState state : STATES) {
                assertEquals(expected.getOrDefault(state.getClass(), state), state.next(event), event + " in " + state);
            }
        });
        for (RunState state : STATES) {
            assertEquals(new Idle(), state.next(new Event.Cleared()));
        }
    }
}
