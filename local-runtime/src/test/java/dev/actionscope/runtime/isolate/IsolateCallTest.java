package dev.actionscope.runtime.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolateCallTest {
    private @Nullable Bundle bundle;
    private @Nullable GraalIsolateEngine engine;
    private FakeSeam seam = new FakeSeam();

    @BeforeAll
    void open() {
        bundle = IsolateTests.bundle("isolate-calls");
        engine = IsolateTests.engine();
    }

    @BeforeEach
    void forget() {
        seam = new FakeSeam();
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noop             | null",
                "imports          | \"loaded later\"",
                "recurses         | \"RangeError: Maximum call stack size exceeded\"",
                "caught           | [true,5]",
                "sleeps           | [true,false,\"xy\"]",
                "helperStyle      | [1,2,3]",
            })
    void an_action_returns_convex_json(String name, String value) {
        assertEquals(new IsolateOutcome.Returned(value), action(name).outcome());
    }

    @Test
    void arguments_reach_the_handler() {
        IsolateReport report = run("calls:echo", FunctionKind.ACTION, "{\"text\":\"hey\"}");
        assertEquals(new IsolateOutcome.Returned("\"HEY!\""), report.outcome());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throws            | Uncaught TypeError: no such gif          | handler convex/calls.ts:16:11",
                "throwsDeep        | Uncaught Error: deep                     | inner convex/calls.ts:33:9",
                "throwsText        | Uncaught just text                       | none",
                "throwsData        | Uncaught ConvexError: {\"code\":\"5n\",\"why\":\"because\"} | handler convex/calls.ts:39:11",
                "callFails         | Uncaught Error: it failed                | handler convex/calls.ts:53:26",
                "callFailsInHelper | Uncaught Error: it failed                | helper convex/calls.ts:66:21",
                "never             | Returned promise will never resolve      | none",
                "evaluates         | Uncaught EvalError: dynamic evaluation of code is disabled. | handler convex/calls.ts:157:66",
            })
    void a_failure_has_convex_s_text_and_the_user_s_frame(String name, String message, String frame) {
        RunError error = error(action(name));
        assertEquals(message, error.message());
        String first = error.frames().stream()
                .filter(each -> each.position() != null && each.position().isUserCode())
                .map(each -> each.function() + " " + each.position())
                .findFirst()
                .orElse("none");
        assertEquals(frame, first);
    }

    @Test
    void each_frame_of_an_async_stack_is_there_once() {
        List<String> names = error(action("throwsDeep")).frames().stream()
                .map(Frame::function)
                .limit(3)
                .toList();
        assertEquals(List.of("inner", "outer", "handler"), names);
    }

    @Test
    void the_data_of_a_convex_error_is_kept() {
        assertEquals(
                "{\"code\":{\"$integer\":\"BQAAAAAAAAA=\"},\"why\":\"because\"}",
                String.valueOf(error(action("throwsData")).data()));
    }

    @Test
    void a_rejection_that_nobody_handles_ends_the_call_at_once() {
        IsolateReport report = action("unhandled");
        assertEquals("Uncaught Error: it failed", error(report).message());
        assertEquals(1, report.unawaited().size(), report.unawaited().toString());
        UnawaitedPromise dropped = report.unawaited().getFirst();
        assertEquals("ctx.runMutation(...)", dropped.what());
        assertEquals(UnawaitedPromise.State.REJECTED, dropped.state());
        assertEquals(List.of(1L), dropped.spanIds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls:noop    | QUERY    | Trying to execute calls.js:noop as Query, but it is defined as Action.",
                "calls:reads   | ACTION   | Trying to execute calls.js:reads as Action, but it is defined as Query.",
                "calls:missing | ACTION   | Couldn't find \"missing\" in module \"calls.js\".",
                "nowhere:f     | ACTION   | Couldn't find JavaScript module 'nowhere.js'. Did you forget to run `npx convex dev`?",
                "calls:notRegistered | QUERY | Function calls.js:notRegistered is neither a query or mutation. Did you forget to wrap it with `query` or `mutation`?",
                "waits:uses    | ACTION   | Uncaught Error: Top-level awaits in source files are unsupported",
                "breaks:fine   | ACTION   | Uncaught Error: broken at import",
            })
    void a_function_that_cannot_be_called_says_why(String path, FunctionKind kind, String message) {
        assertEquals(message, error(run(path, kind, "{}")).message());
    }

    @Test
    void time_and_chance_come_from_the_seam() {
        IsolateReport report = run("calls:clocks", FunctionKind.QUERY, "{}");
        assertEquals(
                new IsolateOutcome.Returned("[1700000000000,1700000000000,true,7,\"2020-02-02T00:00:00.000Z\","
                        + "\"11/14/2023\",0.25,0,\"s3cret\",\"undefined\"]"),
                report.outcome());
    }

    @Test
    void timers_and_late_imports_fail_in_queries() {
        String timers =
                error(run("calls:sleepsInQuery", FunctionKind.QUERY, "{}")).message();
        assertEquals(
                "Uncaught Error: Can't use setTimeout in queries and mutations. Please consider using an action. See"
                        + " https://docs.convex.dev/functions/actions for more details.",
                timers);
        String imports =
                error(run("calls:importsInQuery", FunctionKind.QUERY, "{}")).message();
        assertTrue(imports.endsWith("dynamic module import unsupported"), imports);
    }

    @Test
    void a_mutation_s_writes_run_in_order_and_are_all_done() {
        IsolateReport report = run("calls:writesInOrder", FunctionKind.MUTATION, "{}");
        assertEquals(new IsolateOutcome.Returned("\"done\""), report.outcome());
        List<String> written = operations()
                .map(each -> ((Operation.Syscall) each.operation)
                        .arguments()
                        .path("value")
                        .path("n")
                        .toString())
                .toList();
        assertEquals(List.of("1", "2", "3", "4"), written);
        assertTrue(operations().allMatch(each -> each.canceled == null));
        assertEquals(1, report.unawaited().size());
        assertEquals("ctx.db.insert(...)", report.unawaited().getFirst().what());
    }

    @Test
    void every_operation_knows_the_line_that_asked_for_it() {
        action("callFailsInHelper");
        assertEquals(
                List.of("convex/calls.ts:66:34", "convex/calls.ts:66:67"),
                operations().map(each -> String.valueOf(each.site.position())).toList());
        seam = new FakeSeam();
        run("calls:reads", FunctionKind.QUERY, "{}");
        assertEquals(
                List.of("convex/calls.ts:215:23", "convex/calls.ts:215:23"),
                operations().map(each -> String.valueOf(each.site.position())).toList());
    }

    @Test
    void an_operation_s_memory_is_not_the_function_s_own() {
        IsolateReport report = action("allocates");
        FakeSeam.Begun answer = seam.begun.getFirst();
        FakeSeam.Begun request = seam.begun.getLast();
        assertTrue(answer.deliveredBytes > 500_000, "answer " + answer.deliveredBytes);
        assertTrue(request.preparedBytes > 500_000, "request " + request.preparedBytes);
        assertTrue(report.ownAllocatedBytes() > 500_000, "own " + report.ownAllocatedBytes());
        assertTrue(report.ownAllocatedBytes() < report.peakHeapBytes(), "own " + report.ownAllocatedBytes());
    }

    @Test
    void calls_do_not_share_anything() {
        assertEquals(action("noop").outcome(), action("noop").outcome());
        assertNull(error(action("throws")).data());
        assertFalse(seam.begun.stream().anyMatch(each -> each.deliveredBytes > 0));
    }

    private IsolateReport action(String name) {
        return run("calls:" + name, FunctionKind.ACTION, "{}");
    }

    private IsolateReport run(String path, FunctionKind kind, String argument) {
        assertNotNull(bundle);
        assertNotNull(engine);
        return IsolateTests.await(
                engine.call(bundle, IsolateTests.call(path, kind, argument), seam, IsolateTests.LIMITS));
    }

    private Stream<FakeSeam.Begun> operations() {
        return seam.begun.stream();
    }

    private static RunError error(IsolateReport report) {
        return assertInstanceOf(IsolateOutcome.Threw.class, report.outcome()).error();
    }
}
