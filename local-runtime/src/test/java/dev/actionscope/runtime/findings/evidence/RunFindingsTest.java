package dev.actionscope.runtime.findings.evidence;

import static dev.actionscope.runtime.findings.evidence.RunBuilder.failed;
import static dev.actionscope.runtime.findings.evidence.RunBuilder.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.isolate.UnawaitedPromise.Kind;
import dev.actionscope.runtime.isolate.UnawaitedPromise.State;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import org.junit.jupiter.api.Test;

class RunFindingsTest {
    private static final String POST = "{\"method\":\"POST\",\"status\":200}";

    private final RunBuilder run = new RunBuilder();

    @Test
    void what_was_not_awaited_is_told_by_how_it_stood() {
        long action = run.action(null, "orders:place", ok(1, 0, 50));
        long mutation = run.span(action, SpanKind.MUTATION, "orders:record", ok(7, 10, 60), "{}");
        run.left(action, 7, Kind.PROMISE, State.PENDING, "ctx.runMutation(...)", mutation);
        run.left(action, 8, Kind.PROMISE, State.FULFILLED, "track(...)");
        run.left(action, 9, Kind.OPERATION, State.PENDING, "fetch(...)");
        run.left(action, 10, Kind.TIMER, State.PENDING, "setTimeout");
        assertEquals("""
                dangling-promise@7 `ctx.runMutation(...)` was not awaited and had not finished when `orders:place` returned. [2]
                dangling-promise@8 `track(...)` was not awaited; it happened to finish before `orders:place` returned. []
                dangling-promise@9 `fetch(...)` was still going on when `orders:place` returned: it may or may not have finished. []
                dangling-promise@10 `setTimeout` was not due when `orders:place` returned: its callback did not run. []""", run.text());
    }

    @Test
    void a_failure_in_the_background_says_what_failed() {
        long action = run.action(null, "a:a", failed(1, 0, 50));
        long fetch = run.span(
                action,
                SpanKind.FETCH,
                "POST x",
                failed(7, 1, 9),
                "{\"error\":{\"message\":\"connection reset.\\nat x\"}}");
        run.left(action, 7, Kind.PROMISE, State.REJECTED, "track(...)", fetch);
        assertEquals(
                "background-failure@7 `track(...)` failed and nobody awaited it: connection reset. [2]", run.text());
    }

    @Test
    void a_failed_function_did_not_return_and_a_stopped_one_left_nothing() {
        long failed = run.action(null, "a:failed", failed(1, 0, 50));
        run.left(failed, 3, Kind.PROMISE, State.PENDING, "fetch(...)");
        long stopped = run.action(null, "a:stopped", new RunBuilder.Times(1, 0, 50, SpanStatus.CANCELED));
        run.left(stopped, 4, Kind.PROMISE, State.PENDING, "fetch(...)");
        assertEquals(
                "dangling-promise@3 `fetch(...)` was not awaited and had not finished when `a:failed` failed. []",
                run.text());
    }

    @Test
    void calls_of_the_same_function_share_a_finding() {
        long root = run.action(null, "a:root", ok(1, 0, 100));
        for (long start : new long[] {10, 40}) {
            long query = run.call(root, FunctionKind.QUERY, "a:q", Environment.CONVEX, ok(3, start, start + 20));
            run.left(query, 9, Kind.PROMISE, State.PENDING, "ctx.db.get(...)", query);
        }
        assertEquals(
                "dangling-promise@9 `ctx.db.get(...)` was not awaited and had not finished when `a:q` returned. [2, 3]",
                run.text());
    }

    @Test
    void a_chained_action_tells_what_the_extra_call_cost() {
        long root = run.action(null, "orders:checkout", ok(1, 0, 100));
        long called = run.action(root, "shipping:estimate", ok(12, 10, 52));
        run.span(called, SpanKind.FETCH, "GET rates", ok(20, 15, 45), "{}");
        assertEquals(
                "chained-run-action@12 `orders:checkout` called `shipping:estimate` by `ctx.runAction`, though both run in"
                        + " Convex's runtime: of its 42 ms the extra call itself took 12 ms, and 0 B of arguments and"
                        + " results were copied. [1, 2]",
                run.text());
    }

    @Test
    void an_action_called_across_runtimes_is_right() {
        long root = run.action(null, "invoices:issue", ok(1, 0, 100));
        run.call(root, FunctionKind.ACTION, "signing:sign", Environment.NODE, ok(12, 10, 52));
        assertEquals("", run.text());
    }

    @Test
    void two_queries_in_turn_are_sequential_but_not_at_once_or_with_work_between() {
        long root = run.action(null, "a:a", ok(1, 0, 100));
        run.span(root, SpanKind.QUERY, "a:foo", ok(3, 0, 10), "{}");
        run.span(root, SpanKind.QUERY, "a:bar", ok(4, 10, 20), "{}");
        run.span(root, SpanKind.FETCH, "GET x", ok(5, 20, 30), "{}");
        run.span(root, SpanKind.QUERY, "a:foo", ok(6, 30, 40), "{}");
        run.span(root, SpanKind.QUERY, "a:bar", ok(7, 35, 45), "{}");
        assertEquals(
                "sequential-calls@4 `a:foo` and `a:bar` were called one after the other: two queries are two transactions"
                        + " and took 20 ms together. [2, 3]",
                run.text());
    }

    @Test
    void three_calls_from_one_place_are_a_loop() {
        long root = run.action(null, "a:a", ok(1, 0, 100));
        for (long i = 0; i < 3; i++) {
            run.span(
                    root, SpanKind.MUTATION, "a:add", ok(4, i * 10, i * 10 + 9), "{\"arguments\":{\"sku\":" + i + "}}");
        }
        assertEquals(
                "calls-in-loop@4 `a:add` was called 3 times from one place, which took 29 ms: one call that takes all"
                        + " elements would do. [2, 3, 4]",
                run.text());
    }

    @Test
    void pages_batches_and_requests_are_no_loop() {
        long root = run.action(null, "a:a", ok(1, 0, 100));
        for (int i = 0; i < 3; i++) {
            run.span(root, SpanKind.QUERY, "a:page", ok(4, i, i + 1), "{\"arguments\":{\"cursor\":\"" + i + "\"}}");
        }
        for (int i = 3; i < 6; i++) {
            run.span(root, SpanKind.MUTATION, "a:put", ok(5, i, i + 1), "{\"arguments\":{\"rows\":[" + i + ",1]}}");
        }
        for (int i = 6; i < 9; i++) {
            run.span(root, SpanKind.FETCH, "GET x", ok(6, i, i + 1), "{}");
        }
        assertEquals("", run.text());
    }

    @Test
    void a_write_before_a_failing_mutation_is_half_done() {
        long root = run.action(null, "pay:charge", failed(1, 0, 100));
        run.span(root, SpanKind.FETCH, "POST paybox/charges", ok(3, 0, 10), POST);
        run.span(root, SpanKind.MUTATION, "pay:record", failed(4, 12, 20), "{}");
        assertEquals(
                "unhandled-side-effect@4 `POST paybox/charges` was answered with 200, then `pay:record` failed and"
                        + " `pay:charge` with it: the request is neither undone nor repeated. [2, 3]",
                run.text());
    }

    @Test
    void a_failure_that_was_handled_or_came_before_any_write_is_right() {
        long handled = run.action(null, "pay:handled", ok(1, 0, 100));
        run.span(handled, SpanKind.FETCH, "POST x", ok(3, 0, 10), POST);
        run.span(handled, SpanKind.MUTATION, "pay:record", failed(4, 12, 20), "{}");
        long early = run.action(null, "pay:early", failed(1, 0, 100));
        run.span(early, SpanKind.FETCH, "GET x", ok(3, 0, 10), POST.replace("POST", "GET"));
        run.span(early, SpanKind.FETCH, "POST x", ok(3, 0, 10), POST.replace("200", "500"));
        run.span(early, SpanKind.MUTATION, "pay:record", failed(4, 12, 20), "{}");
        assertEquals("", run.text());
    }

    @Test
    void the_warning_of_the_convex_package_is_a_finding() {
        long root = run.action(null, "a:a", ok(1, 0, 100));
        run.warn(root, 6, "Convex functions should not directly call other Convex functions. Consider …");
        run.warn(root, 7, "something else");
        assertEquals(
                "direct-function-call@6 `a:a` called a registered function as a plain function: its arguments were not"
                        + " validated and it got no context of its own. [1]",
                run.text());
    }
}
