package dev.actionscope.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Runs every example of Convex's page on actions that belongs in a functions folder.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsExamplesTest {
    private static final Path PROJECT = RunTests.PROJECTS.resolve("docs-examples");

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
        return expected.properties().stream().map(Map.Entry::getKey).filter(name -> name.contains(":"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theExampleDoesWhatThePageSays(String function) throws Exception {
        JsonNode wanted = expected.path(function);
        RunResult run = RunTests.run(
                project,
                function,
                wanted.path("arguments"),
                PROJECT.resolve("stubs.json"),
                new DataLocation.InMemory(),
                null);
        assertEquals(wanted.path("status").asString(), run.status().id(), () -> String.valueOf(run.error()));
        if (wanted.has("value")) {
            assertEquals(wanted.get("value"), run.value());
        }
        assertEquals(texts(wanted.path("spans")), kinds(run), () -> String.valueOf(run.spans()));
        assertEquals(
                texts(wanted.path("findings")),
                run.findings().stream().map(finding -> finding.rule()).toList(),
                () -> String.valueOf(run.findings()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<String> kinds(RunResult run) {
        return run.spans().stream()
                .map(Span::kind)
                .filter(kind -> kind != SpanKind.DB)
                .map(SpanKind::id)
                .toList();
    }
}
