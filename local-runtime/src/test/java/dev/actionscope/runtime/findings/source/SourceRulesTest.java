package dev.actionscope.runtime.findings.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the marked projects do not show: the edges of each rule.
class SourceRulesTest {
    private static final String HEAD = """
            import { action, internalAction, internalQuery, internalMutation, mutation, query } from "./_generated/server";
            import { api, internal } from "./_generated/api";
            import { v } from "convex/values";
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Promise.all(xs.map((x) => ctx.runQuery(internal.b.q, { x })));",
                "const p = fetch('x'); return p;",
                "const p = fetch('x'); return { p: await p };",
                "const p = fetch('x'); return await Promise.all([p]);",
                "const ps = xs.map((x) => fetch(x)); return await Promise.all(ps);",
                "const ps = xs.map((x) => fetch(x)); for (const p of ps) { await p; }",
                "const ps = xs.map((x) => fetch(x)); for await (const p of ps) { console.log(p); }",
                "let p; p = fetch('x'); await p;",
                "const all = []; all.push(fetch('x')); await Promise.all(all);",
                "const save = async () => { await fetch('x'); }; await save();",
                "const save = () => fetch('x'); await retry(save);",
                "await retry(() => fetch('x'));",
                "await retry(async () => { await fetch('x'); });",
                "const m = new Map(); m.set('a', fetch('x')); await m.get('a');",
                "return ctx.runQuery(internal.b.q, {}).then((x) => x).catch(() => null);",
                "await new Promise((resolve) => { const t = setTimeout(resolve, 5); });",
                "await new Promise((resolve) => { fetch('x').then(resolve); });",
                "await new Promise((resolve, reject) => { setTimeout(() => { fetch('x').then(resolve, reject); }, 5); });",
                "const t = setTimeout(() => {}, 5); try { await fetch('x'); } finally { clearTimeout(t); }",
                "Promise.resolve(1);",
                "xs.forEach((x) => console.log(x));",
                "xs.map((x) => x + 1);",
                "const { length } = xs.map((x) => x + 1); return length;",
                "function fetch(x) { return x; } fetch('x');",
                "const send = (x) => x; send(1);",
                "const later = async () => { await fetch('x'); }; return later();",
                "const r = (await fetch('x')).json(); return await r;",
                "return xs.length > 0 ? fetch('x') : null;",
                "const [a] = await Promise.all([fetch('x')]); return a;",
                "delete xs[0]; void 0; xs.sort();",
            })
    void awaited_work_is_not_dangling(String body) {
        assertEquals("", dangling(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('x');",
                "globalThis.fetch('x');",
                "ctx.runQuery(internal.b.q, {}).finally(() => {});",
                "ctx?.runQuery(internal.b.q, {});",
                "(await import('x')), fetch('x');",
                "xs.length ? fetch('x') : null;",
                "xs ?? fetch('y');",
                "new Promise((resolve) => { fetch('x').then(resolve); });",
                "const { runQuery } = ctx; runQuery(internal.b.q, {});",
                "const s = ctx.scheduler; s.runAfter(0, internal.b.a, {});",
                "Array.from(xs, (x) => fetch(x));",
                "const p = async () => 1; p();",
                "const o = { async go() {} }; o.go();",
                "class A { static async go() {} } A.go();",
                "class A { go = async () => {}; } new A().go();",
                "class B { async go() {} } class A extends B {} const a = new A(); a.go();",
                "Promise.resolve().then(() => fetch('x'));",
                "if (xs.length) fetch('x');",
                "for (const x of xs) fetch(x);",
                "try { fetch('x'); } catch (e) { console.log(e); }",
                "switch (xs.length) { case 1: fetch('x'); }",
                "const make = async () => ({ go: async () => {} }); const o = await make(); o.go();",
            })
    void dropped_work_is_dangling(String body) {
        assertEquals("dangling-promise@4", dangling(body));
    }

    @Test
    void a_context_of_another_name_is_a_context() {
        String code = "export const a = action({ args: {}, handler: async (c) => { c.storage.getUrl(1); } });";
        assertEquals("dangling-promise@4", findings(Map.of("convex/a.ts", HEAD + code)));
    }

    @Test
    void a_mutation_that_does_not_await_its_writes_is_dangling() {
        String code = "export const a = mutation({ args: {}, handler: async (ctx) => { ctx.db.insert('t', {}); } });";
        assertEquals("dangling-promise@4", findings(Map.of("convex/a.ts", HEAD + code)));
    }

    @Test
    void a_database_query_that_was_not_sent_is_no_work() {
        String code = "export const a = query({ args: {}, handler: async (ctx) => { ctx.db.query('t'); } });";
        assertEquals("", findings(Map.of("convex/a.ts", HEAD + code)));
    }

    @Test
    void run_action_across_runtimes_is_right_in_both_directions() {
        String node = "\"use node\";\nimport fs from 'node:fs';\n" + HEAD + target("internal.a.plain");
        String plain = HEAD + "export const plain = internalAction({ args: {}, handler: async () => null });\n"
                + caller("internal.n.t");
        assertEquals("", findings(Map.of("convex/a.ts", plain, "convex/n.ts", node)));
    }

    @Test
    void run_action_within_node_is_chained() {
        String one = "\"use node\";\nimport fs from 'node:fs';\n" + HEAD + target("internal.n.t");
        assertEquals("chained-run-action@6", findings(Map.of("convex/n.ts", one)));
    }

    @Test
    void a_helper_runs_where_the_files_that_import_it_run() {
        String helper = """
                import { internal } from "../_generated/api";
                export async function go(ctx) { return await ctx.runAction(internal.p.t, {}); }
                """;
        String plain = HEAD + "export const t = internalAction({ args: {}, handler: async () => null });\n";
        String user = "import { go } from './model/h';\nimport fs from 'node:fs';\n" + HEAD
                + "export const u = internalAction({ args: {}, handler: async (ctx) => await go(ctx) });\n";
        Map<String, String> inNode =
                Map.of("convex/model/h.ts", helper, "convex/p.ts", plain, "convex/u.ts", "\"use node\";\n" + user);
        Map<String, String> inConvex = Map.of("convex/model/h.ts", helper, "convex/p.ts", plain, "convex/u.ts", user);
        assertEquals("", findings(inNode));
        assertEquals("chained-run-action@2", findings(inConvex));
    }

    @Test
    void a_query_and_a_mutation_in_turn_are_not_sequential_calls() {
        assertEquals(
                "",
                action("await ctx.runQuery(internal.b.q, {}); await ctx.runMutation(internal.b.m, {});"
                        + " await ctx.runQuery(internal.b.q, {});"));
    }

    @Test
    void a_guard_does_not_come_between_two_calls_but_a_request_does() {
        assertEquals(
                "sequential-calls@4",
                action("const a = await ctx.runQuery(internal.b.q, {}); if (!a) { throw new Error('no'); }"
                        + " const b = await ctx.runQuery(internal.b.q, { a }); return b;"));
        assertEquals(
                "",
                action("const a = await ctx.runQuery(internal.b.q, {}); await fetch('x');"
                        + " const b = await ctx.runQuery(internal.b.q, { a }); return b;"));
    }

    @Test
    void nested_calls_of_a_mutation_are_its_own_business() {
        String code = "export const a = mutation({ args: {}, handler: async (ctx) => {"
                + " await ctx.runMutation(internal.b.m, {}); await ctx.runMutation(internal.b.m, {}); } });";
        assertEquals("", findings(Map.of("convex/a.ts", HEAD + code)));
    }

    @Test
    void a_loop_over_batches_or_until_a_cursor_ends_is_right() {
        assertEquals("", action("for (const batch of xs) { await ctx.runMutation(internal.b.m, { batch }); }"));
        assertEquals("", action("let c = null; while (c !== '') { c = await ctx.runQuery(internal.b.q, { c }); }"));
        assertEquals(
                "calls-in-loop@4", action("await Promise.all(xs.map((x) => ctx.runMutation(internal.b.m, { x })));"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return await ctx.runQuery(internal.b.q, {});",
                "return ctx.runMutation(internal.b.q, {});",
                "const x = await ctx.runQuery(internal.b.q, {}); return x;",
                "const x = await ctx.runQuery(internal.b.q, {}); return x.length;",
                "const { x } = await ctx.runQuery(internal.b.q, {}); return { a: 1, x };",
                "const x: string | null = await ctx.runQuery(internal.b.q, {}); return x;",
                "if (args.y) { return null; } return await ctx.runQuery(internal.b.q, {});",
                "const go = async () => await ctx.runQuery(internal.b.q, {}); return go();",
                "return Promise.all([ctx.runQuery(internal.b.q, {})]);",
                "return args.y ? 1 : await ctx.runQuery(internal.b.q, {});",
                "const x = await ctx.runQuery(internal.b.q, {}); return x === null;",
                "const x = await ctx.runQuery(internal.b.q, {}); return x ? 1 : 2;",
                "const x = await ctx.runQuery(internal.b.q, {}); return `${x}`;",
                "const x = await ctx.runQuery(internal.b.q, {}); return x as string;",
                "return await ctx.scheduler.runAfter(0, internal.b.q, {});",
                "const x = await ctx.runQuery(internal.b.q, {}); return { n: x === null ? 0 : 1 };",
                "const x = await ctx.runQuery(internal.b.q, {}); return [1].map(() => x);",
                "const x = await ctx.runQuery(internal.b.q, {}); return !x;",
            })
    void a_result_that_depends_on_the_api_is_a_cycle(String body) {
        assertEquals("implicit-any-cycle@4", cycles(body, ""));
        assertEquals("", cycles(body, ": Promise<unknown>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await ctx.runQuery(internal.b.q, {}); return 1;",
                "const x: number = await ctx.runQuery(internal.b.q, {}); return x;",
                "const x = await ctx.runQuery(internal.b.q, {}); return args.y;",
                "const x = [1].map(async () => { await ctx.runQuery(internal.b.q, {}); }); return x;",
                "return await ctx.runQuery(components.c.q, {});",
                "const x = await ctx.runQuery(internal.b.q, {}); const r = await fetch(`u${x}`); return r.status;",
                "const x = await ctx.runQuery(internal.b.q, {}); const n: number = x === null ? 0 : 1; return n;",
                "const x = await ctx.runQuery(internal.b.q, {}); return [1].map(() => { console.log(x); return 1; });",
                "const x = await ctx.runQuery(internal.b.q, {}); const o = { x }; return 1;",
                "const x = await ctx.runQuery(internal.b.q, {}); if (x === null) { return null; } return 2;",
                "const x = await ctx.runQuery(internal.b.q, {}); throw new Error(`${x}`);",
            })
    void a_result_of_a_known_type_is_no_cycle(String body) {
        assertEquals("", cycles(body, ""));
    }

    private static String cycles(String body, String type) {
        String code =
                "export const a = action({ args: {}, handler: async (ctx, args)" + type + " => { " + body + " } });";
        return all(Map.of("convex/a.ts", HEAD + code));
    }

    @Test
    void a_use_node_file_that_needs_node_is_right() {
        String head = "\"use node\";\n" + HEAD;
        String body = "export const a = internalAction({ args: {}, handler: async () => %s });";
        assertEquals("node-directive@1", findings(Map.of("convex/a.ts", head + body.formatted("process.env.KEY"))));
        for (String need : List.of("Buffer.from('x')", "process.cwd()", "require('fs')", "await import('sharp')")) {
            assertEquals("", findings(Map.of("convex/a.ts", head + body.formatted(need))), need);
        }
        assertEquals(
                "", findings(Map.of("convex/a.ts", "\"use node\";\nimport x from 'openai';\n" + body.formatted("x"))));
    }

    @Test
    void only_actions_may_be_in_a_use_node_file() {
        String code = "\"use node\";\nimport fs from 'fs';\n" + HEAD
                + "export const q = internalQuery({ args: {}, handler: async () => fs });";
        assertEquals("node-directive@6", findings(Map.of("convex/a.ts", code)));
    }

    @Test
    void builders_of_the_projects_own_may_bring_their_arguments() {
        String code = "import { customMutation } from 'convex-helpers/server/customFunctions';\n" + HEAD
                + "const authed = customMutation(mutation, {});\n"
                + "export const a = authed({ handler: async (ctx) => { ctx.db.insert('t', {}); } });";
        assertEquals("dangling-promise@6", findings(Map.of("convex/a.ts", code)));
    }

    @Test
    void a_registered_function_called_as_a_function_is_found_across_files() {
        String b = HEAD + "export const q = internalQuery({ args: {}, handler: async () => 1 });";
        String a = HEAD + "import { q } from './b';\n"
                + "export const a = action({ args: {}, handler: async (ctx) => await q(ctx, {}) });";
        assertEquals("direct-function-call@5", findings(Map.of("convex/a.ts", a, "convex/b.ts", b)));
    }

    @Test
    void an_action_that_a_mutation_schedules_may_be_called_by_clients() {
        String schedules = HEAD + "export const t = action({ args: {}, handler: async () => null });\n"
                + "export const m = mutation({ args: {}, handler: async (ctx) => {"
                + " await ctx.scheduler.runAfter(0, %s.a.t, {}); } });";
        String client = "import { api } from '../convex/_generated/api';\nuseAction(api.a.t);\nclient.action(api.a.t);";
        assertEquals(
                "public-function-call@5",
                findings(Map.of("convex/a.ts", schedules.formatted("api"), "src/App.tsx", client)));
        assertEquals(
                "action-called-from-client@2 action-called-from-client@3",
                findings(Map.of("convex/a.ts", schedules.formatted("internal.b"), "src/App.tsx", client)));
        assertEquals("", findings(Map.of("convex/a.ts", schedules.formatted("internal.b"), "src/a.test.ts", client)));
    }

    @Test
    void files_with_wrong_syntax_and_tests_are_left_out() {
        assertEquals("", findings(Map.of("convex/a.ts", "export const = ;", "convex/a.test.ts", "fetch('x');")));
    }

    private static String dangling(String body) {
        return action("const xs = args.xs; " + body)
                .replaceAll("(calls-in-loop|sequential-calls)@4 ?", "")
                .strip();
    }

    private static String action(String body) {
        String code = "export const a = action({ args: {}, handler: async (ctx, args) => { " + body + " } });";
        return findings(Map.of("convex/a.ts", HEAD + code));
    }

    private static String target(String calls) {
        return "export const t = internalAction({ args: {}, handler: async (ctx) => await ctx.runAction(" + calls
                + ", {}) });";
    }

    private static String caller(String calls) {
        return target(calls).replace("const t ", "const c ");
    }

    /// Without the rule about types, which has tests of its own.
    private static String findings(Map<String, String> files) {
        return all(files).replaceAll("implicit-any-cycle@\\d+ ?", "").strip();
    }

    private static String all(Map<String, String> files) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : new SourceCheck().check(new TreeMap<>(files), "convex")) {
            SourcePosition position = finding.position();
            text.append(text.isEmpty() ? "" : " ").append(finding.rule());
            text.append('@').append(position == null ? 0 : position.line());
        }
        return text.toString();
    }
}
