package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.OfflineTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every global, by tables of snippets: what each gives here, and that Node gives the same where it has the API.
class WebGlobalsTest {
    private static final Engine ENGINE = FakeRealm.newEngine();
    private static final List<String> TABLES =
            List.of("url", "text", "events", "clone", "streams", "fetch", "crypto", "misc");

    @AfterAll
    static void closeEngine() {
        ENGINE.close();
    }

    @TestFactory
    Stream<DynamicTest> each_case_gives_what_its_table_says() {
        return TABLES.stream()
                .flatMap(table -> cases(table).stream()
                        .map(one -> DynamicTest.dynamicTest(table + ": " + one.title(), () -> check(one))));
    }

    private static void check(Case one) {
        try (FakeSeam seam = new FakeSeam(new OfflineTransport());
                FakeRealm realm = new FakeRealm(ENGINE, new WebPlatform(), FunctionKind.ACTION, seam)) {
            assertEquals(one.expected(), realm.run(one.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "text", "events", "clone", "streams", "fetch", "crypto", "misc"})
    void node_gives_the_same(String table) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node",
                        path("run-in-node.mjs").toString(),
                        path(table + ".cases").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, node.waitFor());
        JsonNode results = new JsonMapper().readTree(output);
        List<Case> cases = cases(table);
        assertEquals(cases.size(), results.size());
        for (int index = 0; index < cases.size(); index++) {
            if (!results.get(index).isNull()) {
                assertEquals(
                        cases.get(index).expected(),
                        results.get(index).stringValue(),
                        cases.get(index).title());
            }
        }
    }

    private static List<Case> cases(String table) {
        try {
            List<Case> cases = new ArrayList<>();
            String[] blocks = Files.readString(path(table + ".cases")).split("(?m)^### ", -1);
            for (int index = 1; index < blocks.length; index++) {
                int title = blocks[index].indexOf('\n');
                int expected = blocks[index].lastIndexOf("\n=> ");
                cases.add(new Case(
                        blocks[index].substring(0, title),
                        blocks[index].substring(title, expected),
                        blocks[index].substring(expected + 4).strip()));
            }
            return cases;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Path path(String resource) {
        return Path.of(Objects.requireNonNull(WebGlobalsTest.class.getResource(resource), resource)
                .getPath());
    }

    private record Case(String title, String body, String expected) {}
}
