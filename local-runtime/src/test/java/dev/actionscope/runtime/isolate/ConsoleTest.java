package dev.actionscope.runtime.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    private @Nullable Bundle bundle;
    private @Nullable GraalIsolateEngine engine;

    @BeforeAll
    void open() {
        bundle = IsolateTests.bundle("isolate-calls");
        engine = IsolateTests.engine();
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void lines_look_as_on_convex_and_know_where_they_come_from() {
        List<String> lines = run("logs").stream()
                .map(line -> line.level() + " " + line.text() + " @" + line.at().position())
                .toList();
        assertEquals(
                List.of(
                        "LOG 'hello' {\n  a: 1,\n  b: [ 'x' ]\n} null undefined 12n @convex/calls.ts:238:5",
                        "WARN [ 1, 2, 3 ] @convex/calls.ts:239:5",
                        "ERROR [Error: shown] @convex/calls.ts:245:3",
                        "WARN Timer 'u' does not exist @convex/calls.ts:247:3",
                        "LOG 'here'\n    at logNested (convex/calls.ts:248:3)\n    at handler (convex/calls.ts:240:5)"
                                + " @convex/calls.ts:248:3"),
                lines);
    }

    @Test
    void after_255_lines_one_says_that_the_rest_is_omitted() {
        List<FakeSeam.Line> lines = run("logsTooMuch");
        assertEquals(256, lines.size());
        assertEquals("254", lines.get(254).text());
        assertEquals(LogLevel.ERROR, lines.get(255).level());
        assertEquals(
                "Log overflow (maximum 256). Remaining log lines omitted.",
                lines.get(255).text());
    }

    @Test
    void a_long_line_is_cut_at_32_kibibytes() {
        List<FakeSeam.Line> lines = run("logsLong");
        String ascii = lines.get(0).text();
        assertTrue(ascii.endsWith("x (truncated due to length)"), ascii.substring(ascii.length() - 60));
        assertEquals(32_768, ascii.length());
        String umlauts = lines.get(1).text();
        assertTrue(umlauts.endsWith("ü (truncated due to length)"), umlauts.substring(umlauts.length() - 60));
        assertTrue(umlauts.length() < 17_000, "length " + umlauts.length());
        assertEquals("'" + "y".repeat(20_000) + "'", lines.get(2).text());
    }

    private List<FakeSeam.Line> run(String name) {
        assertNotNull(bundle);
        assertNotNull(engine);
        FakeSeam seam = new FakeSeam();
        IsolateReport report = IsolateTests.await(engine.call(
                bundle, IsolateTests.call("calls:" + name, FunctionKind.ACTION), seam, IsolateTests.LIMITS));
        assertEquals(new IsolateOutcome.Returned("null"), report.outcome());
        return seam.lines;
    }
}
