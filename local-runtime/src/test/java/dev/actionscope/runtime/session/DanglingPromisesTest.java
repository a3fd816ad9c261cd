package dev.actionscope.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Runs every action of the project `dangling` and holds its findings to `expected.json`: the right ones, at the right
/// lines, and no others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DanglingPromisesTest {
    private static final Path PROJECT = RunTests.PROJECTS.resolve("dangling");

    @TempDir
    private static Path home;

    private HeadlessProject project;
    private JsonNode expected;

    @BeforeAll
    void build() throws Exception {
        project = RunTests.build(PROJECT, home);
        expected = RunTests.read(PROJECT.resolve("expected.json"));
    }

    @AfterAll
    void close() {
        project.close();
    }

    Stream<String> functions() {
        return expected.properties().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void findsExactlyWhatWasLeftBehind(String function) throws Exception {
        RunResult run = RunTests.run(
                project,
                function,
                RunTests.json("{}"),
                PROJECT.resolve("stubs.json"),
                new DataLocation.InMemory(),
                null);
        TreeSet<String> wanted = new TreeSet<>();
        for (JsonNode entry : expected.path(function)) {
            wanted.add(entry.path("rule").asString() + " " + entry.path("file").asString() + ":"
                    + entry.path("line").asInt());
        }
        TreeSet<String> found = new TreeSet<>();
        for (Finding finding : run.findings()) {
            if (finding.rule().equals("dangling-promise") || finding.rule().equals("background-failure")) {
                SourcePosition at = finding.position();
                found.add(finding.rule() + " " + (at == null ? "nowhere" : at.file() + ":" + at.line()));
            }
        }
        assertEquals(wanted, found, () -> function + ": " + run.error() + "\n" + run.findings());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyActionEndsByItself(String function) throws Exception {
        RunResult run = RunTests.run(
                project,
                function,
                RunTests.json("{}"),
                PROJECT.resolve("stubs.json"),
                new DataLocation.InMemory(),
                null);
        assertTrue(
                run.status() == RunStatus.SUCCESS || run.status() == RunStatus.ERROR,
                () -> String.valueOf(run.status()));
    }
}
