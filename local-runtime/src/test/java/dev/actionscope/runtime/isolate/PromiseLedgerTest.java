package dev.actionscope.runtime.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every function of the project `isolate-ledger`; what its lines expect must be what is reported.
class PromiseLedgerTest {
    private static final Path SOURCES = Path.of("src/test/projects/isolate-ledger/convex");
    private static final Pattern EXPECTED = Pattern.compile("// unawaited: (\\w+) (\\w+)(?: (\\d+))?");

    @TestFactory
    Stream<DynamicTest> what_is_left_behind_is_reported_where_it_was_made() {
        Bundle bundle = IsolateTests.bundle("isolate-ledger");
        GraalIsolateEngine engine = IsolateTests.engine();
        Analysis analysis = engine.analyze(bundle, new FakeSeam());
        assertTrue(analysis.functions().size() > 24, analysis.toString());
        return analysis.functions().stream()
                .map(function -> DynamicTest.dynamicTest(
                        function.path(),
                        () -> assertEquals(expected(function, analysis), reported(engine, bundle, function))))
                .onClose(engine::close);
    }

    @Test
    void a_dropped_promise_tells_what_it_was_waiting_for() {
        Bundle bundle = IsolateTests.bundle("isolate-ledger");
        try (GraalIsolateEngine engine = IsolateTests.engine()) {
            Analysis analysis = engine.analyze(bundle, new FakeSeam());
            FunctionInfo helper = Objects.requireNonNull(analysis.function("dropped:helper"));
            UnawaitedPromise dropped = run(engine, bundle, helper).unawaited().getFirst();
            assertEquals(List.of(1L, 3L), dropped.spanIds());
            assertEquals("save(...)", dropped.what());
            assertEquals("handler", dropped.function());
            assertFalse(dropped.site().frames().isEmpty());
        }
    }

    private static IsolateReport run(GraalIsolateEngine engine, Bundle bundle, FunctionInfo function) {
        return IsolateTests.await(engine.call(
                bundle, IsolateTests.call(function.path(), function.kind()), new FakeSeam(), IsolateTests.LIMITS));
    }

    private static List<String> reported(GraalIsolateEngine engine, Bundle bundle, FunctionInfo function) {
        return run(engine, bundle, function).unawaited().stream()
                .map(each -> Objects.requireNonNull(each.site().position()).line() + " " + each.kind() + " "
                        + each.state() + " " + each.count())
                .sorted()
                .toList();
    }

    /// The expectations on the lines of a function and of the helpers right before it.
    private static List<String> expected(FunctionInfo function, Analysis analysis) throws IOException {
        SourcePosition position = Objects.requireNonNull(function.position());
        List<String> lines = Files.readAllLines(SOURCES.resolve(function.module() + ".ts"));
        List<String> expected = new ArrayList<>();
        for (int line : linesOf(lines, position.line())) {
            Matcher matcher = EXPECTED.matcher(lines.get(line - 1));
            if (matcher.find()) {
                String count = matcher.group(3) == null ? "1" : matcher.group(3);
                expected.add(line + " " + matcher.group(1) + " " + matcher.group(2) + " " + count);
            }
        }
        assertTrue(
                function.module().equals("kept") == expected.isEmpty(),
                function.path() + " of " + analysis.functions());
        expected.sort(null);
        return expected;
    }

    /// The lines of the function, and of every top-level helper that it names.
    private static List<Integer> linesOf(List<String> lines, int from) {
        List<Integer> own = block(lines, from);
        List<Integer> all = new ArrayList<>(own);
        for (int line = 1; line <= lines.size(); line++) {
            Matcher helper =
                    Pattern.compile("^(?:async )?(?:function|class) (\\w+)").matcher(lines.get(line - 1));
            if (helper.find()
                    && own.stream().anyMatch(each -> lines.get(each - 1).contains(helper.group(1) + "("))) {
                all.addAll(block(lines, line));
            }
        }
        return all;
    }

    private static List<Integer> block(List<String> lines, int from) {
        List<Integer> block = new ArrayList<>();
        for (int line = from; line <= lines.size(); line++) {
            block.add(line);
            if (line > from && lines.get(line - 1).startsWith("}")) {
                break;
            }
        }
        return block;
    }
}
