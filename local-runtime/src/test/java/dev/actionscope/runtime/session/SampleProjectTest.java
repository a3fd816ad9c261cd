package dev.actionscope.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.recording.RecordingReader;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Runs the project that ships with the product.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleProjectTest {
    @TempDir
    private static Path home;

    private HeadlessProject project;
    private JsonNode arguments;

    @BeforeAll
    void build() throws Exception {
        project = RunTests.build(RunTests.SAMPLE, home);
        arguments = RunTests.read(RunTests.SAMPLE.resolve("arguments.json"));
    }

    @AfterAll
    void close() {
        project.close();
    }

    private RunResult run(String function, DataLocation data, @Nullable Path record) throws UserException {
        return RunTests.run(
                project, function, arguments.path(function), RunTests.SAMPLE.resolve("stubs.json"), data, record);
    }

    Stream<String> functions() {
        return arguments.properties().stream().map(Map.Entry::getKey).filter(name -> name.contains(":"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionWithExampleArgumentsRunsOffline(String function) throws Exception {
        RunResult run = run(function, new DataLocation.InMemory(), null);
        assertTrue(run.status() == RunStatus.SUCCESS || run.status() == RunStatus.ERROR, run.status()::id);
        String error = String.valueOf(run.error());
        assertFalse(error.contains("Unknown") || error.contains("Internal fault"), error);
        for (Span span : run.spans()) {
            assertTrue(span.status() != SpanStatus.RUNNING, span::toString);
            assertTrue(span.durationNanos() >= 0, span::toString);
        }
    }

    @Test
    void theExampleShowsItsCallsItsDanglingPromiseAndItsChainedAction() throws Exception {
        RunResult run = run("orders:checkout", new DataLocation.InMemory(), null);
        assertEquals(RunStatus.SUCCESS, run.status(), () -> String.valueOf(run.error()));
        assertEquals(
                java.util.Set.of("dangling-promise", "chained-run-action"),
                new java.util.TreeSet<>(
                        run.findings().stream().map(finding -> finding.rule()).toList()),
                () -> String.valueOf(run.findings()));
        for (Span span : run.spans()) {
            assertNotNull(span.position(), span::toString);
            assertNotNull(span.allocatedBytes(), span::toString);
        }
    }

    @Test
    void whatAMutationCommittedIsThereForTheNextRun() throws Exception {
        DataLocation data = new DataLocation.InFolder(home.resolve("kept"));
        assertEquals(RunStatus.SUCCESS, run("orders:checkout", data, null).status());
        JsonNode listed = run("orders:list", data, null).value();
        assertNotNull(listed);
        assertEquals(1, listed.size(), listed::toString);
    }

    @Test
    void aRecordedRunReadsBackAsItWas() throws Exception {
        Path file = home.resolve("checkout.ascope");
        RunResult run = run("orders:checkout", new DataLocation.InMemory(), file);
        assertEquals(file.toString(), run.recording());
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertEquals(run.toString(), reader.read().toString());
        }
    }
}
