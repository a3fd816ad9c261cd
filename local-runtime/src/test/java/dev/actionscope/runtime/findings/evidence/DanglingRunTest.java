package dev.actionscope.runtime.findings.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BuildOutcome;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundleProfile;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.bundle.Bundler;
import dev.actionscope.runtime.isolate.EngineKind;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.GraalIsolateEngine;
import dev.actionscope.runtime.isolate.IsolateLimits;
import dev.actionscope.runtime.isolate.IsolateReport;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import dev.actionscope.runtime.web.WebPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs every action of the project `dangling`: what its table expects is what a run finds, at that line and nowhere
/// else.
class DanglingRunTest {
    private static final Path PROJECT =
            Path.of(System.getProperty("actionscope.root"), "local-runtime/src/test/projects/dangling");
    private static final IsolateLimits LIMITS =
            new IsolateLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 64L << 20);

    @TestFactory
    Stream<DynamicTest> a_run_finds_what_was_left_and_nothing_else() throws Exception {
        Bundle bundle = bundle();
        GraalIsolateEngine engine = GraalIsolateEngine.open(EngineKind.INTERPRETER, List.of(new WebPlatform()));
        JsonNode table = JsonMapper.shared().readTree(PROJECT.resolve("expected.json"));
        return table.properties().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertEquals(expected(entry.getValue()), found(engine, bundle, entry.getKey()))))
                .onClose(engine::close);
    }

    private static String expected(JsonNode findings) {
        return String.join(
                "\n",
                findings.valueStream()
                        .map(finding -> finding.get("file").stringValue() + ":"
                                + finding.get("line").intValue() + " "
                                + finding.get("rule").stringValue())
                        .toList());
    }

    private static String found(GraalIsolateEngine engine, Bundle bundle, String path) throws Exception {
        int colon = path.indexOf(':');
        FunctionCall call = new FunctionCall(
                path.substring(0, colon) + ".js", path.substring(colon + 1), FunctionKind.ACTION, "[{}]", "request-1");
        IsolateReport report;
        try (FakeBackend backend = new FakeBackend()) {
            report = engine.call(bundle, call, backend, LIMITS).report().get(30, TimeUnit.SECONDS);
        }
        JsonNode any = JsonMapper.shared().readTree("{\"type\":\"any\"}");
        FunctionInfo function = new FunctionInfo(path, FunctionKind.ACTION, true, Environment.CONVEX, any, null, null);
        Span span = new Span(
                1,
                null,
                SpanKind.ACTION,
                path,
                0,
                1,
                null,
                SpanStatus.OK,
                null,
                JsonMapper.shared().createObjectNode());
        CallEvidence evidence = new CallEvidence(1, function, report.unawaited());
        return String.join(
                "\n",
                RunFindings.of(new RunEvidence(List.of(span), List.of(evidence), List.of())).stream()
                        .map(DanglingRunTest::text)
                        .toList());
    }

    private static String text(Finding finding) {
        var position = Objects.requireNonNull(finding.position(), finding.message());
        return position.file() + ":" + position.line() + " " + finding.rule();
    }

    private static Bundle bundle() throws Exception {
        try (Bundler bundler = Bundler.open(Project.open(PROJECT), BundleProfile.DEBUG)) {
            return switch (bundler.build()) {
                case BuildOutcome.Built built -> built.bundle();
                case BuildOutcome.Failed failed -> throw new AssertionError(failed.problems());
            };
        }
    }
}
