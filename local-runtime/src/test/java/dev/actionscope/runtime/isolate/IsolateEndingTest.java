package dev.actionscope.runtime.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.Bundle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolateEndingTest {
    private static final long MEBIBYTE = 1L << 20;

    private @Nullable Bundle bundle;
    private @Nullable GraalIsolateEngine engine;

    @BeforeAll
    void open() {
        bundle = IsolateTests.bundle("isolate-calls");
        engine = IsolateTests.engine();
        IsolateTests.await(begin("noop", IsolateTests.LIMITS));
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spins", "spinsInMicrotasks", "stringifies", "recursesAndCatches", "sleepsForEver"})
    void a_stopped_call_ends_within_a_second(String name) throws Exception {
        RunningCall running = begin(name, IsolateTests.LIMITS);
        assertFalse(running.report().isDone());
        Thread.onSpinWait();
        running.stop();
        long stopped = System.nanoTime();
        IsolateReport report = running.report().get(10, TimeUnit.SECONDS);
        long millis = (System.nanoTime() - stopped) / 1_000_000;
        assertEquals(new IsolateOutcome.Canceled(), report.outcome());
        assertTrue(millis < 1_500, name + " took " + millis + " ms");
        assertFalse(running.isUnstoppable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spins", "spinsInMicrotasks", "recursesAndCatches", "sleepsForEver"})
    void an_action_ends_when_its_time_is_up(String name) {
        IsolateReport report = IsolateTests.await(
                begin(name, new IsolateLimits(Duration.ofMillis(1500), Duration.ofSeconds(1), 64 * MEBIBYTE)));
        assertEquals(
                new IsolateOutcome.TimedOut("Function execution timed out (maximum duration: 1.5s)"), report.outcome());
    }

    @Test
    void only_script_time_counts_in_mutations() {
        IsolateLimits limits = new IsolateLimits(Duration.ofSeconds(20), Duration.ofSeconds(1), 64 * MEBIBYTE);
        IsolateReport slow = IsolateTests.await(begin("slowMutation", FunctionKind.MUTATION, limits));
        assertEquals(new IsolateOutcome.Returned("\"done\""), slow.outcome());
        IsolateReport busy = IsolateTests.await(begin("busyMutation", FunctionKind.MUTATION, limits));
        assertEquals(
                new IsolateOutcome.TimedOut("Function execution timed out (maximum duration: 1s)"), busy.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoards", "hoardsText", "hoardsPromises"})
    void a_call_that_holds_too_much_memory_is_ended(String name) {
        IsolateReport report = IsolateTests.await(begin(name, IsolateTests.LIMITS));
        assertEquals(
                new IsolateOutcome.OutOfMemory("JavaScript execution ran out of memory (maximum memory usage: 64 MB)"),
                report.outcome());
        assertTrue(report.peakHeapBytes() > 64 * MEBIBYTE, "peak " + report.peakHeapBytes());
        assertTrue(report.peakHeapBytes() < 600 * MEBIBYTE, "peak " + report.peakHeapBytes());
    }

    @Test
    void garbage_is_not_held_against_a_call() {
        IsolateReport report = IsolateTests.await(begin("wastes", IsolateTests.LIMITS));
        assertInstanceOf(IsolateOutcome.Returned.class, report.outcome());
        assertTrue(report.ownAllocatedBytes() > 100 * MEBIBYTE, "own " + report.ownAllocatedBytes());
    }

    private RunningCall begin(String name, IsolateLimits limits) {
        return begin(name, FunctionKind.ACTION, limits);
    }

    private RunningCall begin(String name, FunctionKind kind, IsolateLimits limits) {
        assertNotNull(bundle);
        assertNotNull(engine);
        return engine.call(bundle, IsolateTests.call("calls:" + name, kind), new FakeSeam(), limits);
    }
}
