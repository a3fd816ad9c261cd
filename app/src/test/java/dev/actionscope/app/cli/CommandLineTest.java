package dev.actionscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line as its callers see it: what it prints where, and its exit status.
class CommandLineTest {
    private static final Path SAMPLE = Path.of("../packaging/sample");
    private static final Path MODULES = Path.of("../local-runtime/src/test/projects/node_modules");

    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Ended actionscope(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = ActionscopeCommand.execute(
                arguments, (_, trusted, _, _) -> trusted ? 78 : 77, new PrintWriter(out), new PrintWriter(err));
        return new Ended(status, out.toString(), err.toString());
    }

    private Ended run(Path project, String... arguments) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--project", project.toString(), "--trust", "--data", ":memory:"));
        return actionscope(all.toArray(String[]::new));
    }

    private Path project(String code) throws Exception {
        Path project = folder.resolve("project");
        Files.createDirectories(project.resolve("convex"));
        Files.writeString(project.resolve("package.json"), "{\"dependencies\":{\"convex\":\"*\"}}");
        Files.createSymbolicLink(project.resolve("node_modules"), MODULES.toAbsolutePath());
        Files.writeString(
                project.resolve("convex/a.ts"),
                "import { action } from './_generated/server';\nimport { v } from 'convex/values';\n" + code);
        return project;
    }

    private static void assertOneLine(String err) {
        assertEquals(1, err.lines().count(), err);
    }

    @Test
    void aRunIsPrintedAsOneJsonObject() throws Exception {
        Ended ended = run(
                SAMPLE,
                "orders:checkout",
                Files.readString(SAMPLE.resolve("checkout.json")),
                "--stubs",
                SAMPLE.resolve("stubs.json").toString(),
                "--output",
                "json");
        assertEquals(0, ended.status(), ended.err());
        JsonNode json = ended.json();
        assertEquals(
                List.of(
                        "function",
                        "kind",
                        "runtime",
                        "engine",
                        "status",
                        "value",
                        "durationMs",
                        "peakHeapBytes",
                        "logs",
                        "spans",
                        "findings",
                        "recording"),
                new ArrayList<>(json.propertyNames()));
        JsonNode span = json.path("spans").path(1);
        assertEquals(
                List.of(
                        "id",
                        "parentId",
                        "kind",
                        "name",
                        "startNs",
                        "durationNs",
                        "allocatedBytes",
                        "status",
                        "file",
                        "line",
                        "column",
                        "attributes"),
                new ArrayList<>(span.propertyNames()));
        assertEquals("convex/orders.ts", span.path("file").asString());
        assertEquals(25, span.path("line").asInt());
        assertEquals(
                List.of("rule", "severity", "message", "file", "line", "column", "function", "spanIds", "help"),
                new ArrayList<>(json.path("findings").path(0).propertyNames()));
    }

    @Test
    void aFunctionThatThrowsExitsWithOneAndItsFirstFrameIsTheUsers() throws Exception {
        Path project = project("export const no = action({ args: {}, handler: async () => {\n"
                + "  throw new Error('not today');\n} });\n");
        Ended ended = run(project, "a:no", "--output", "json");
        assertEquals(1, ended.status());
        JsonNode error = ended.json().path("error");
        assertEquals("Uncaught Error: not today", error.path("message").asString());
        assertEquals("convex/a.ts", error.path("frames").path(0).path("file").asString());
        assertEquals(4, error.path("frames").path(0).path("line").asInt());
    }

    @Test
    void wrongArgumentsAreToldInConvexsWords() throws Exception {
        Path project = project("export const f = action({ args: { x: v.string() }, handler: async () => null });\n");
        Ended ended = run(project, "a:f", "{\"x\":1}");
        assertEquals(1, ended.status());
        assertTrue(ended.out().contains("ArgumentValidationError: Value does not match validator."), ended.out());
        assertTrue(ended.out().contains("Path: .x"), ended.out());
    }

    @Test
    void anArgumentOfFiftyMegabytesIsRefusedInConvexsWords() throws Exception {
        Path project = project("export const f = action({ args: { x: v.string() }, handler: async () => null });\n");
        Ended ended = run(project, "a:f", "{\"x\":\"" + "y".repeat(50 << 20) + "\"}");
        assertEquals(1, ended.status());
        assertTrue(
                ended.out().contains("Arguments for a.js:f are too large (actual: 50 MiB, limit: 16 MiB)"),
                ended.out().substring(0, Math.min(500, ended.out().length())));
    }

    @Test
    void anUnknownFunctionIsAnsweredWithTheNearestNames() throws Exception {
        Path project = project("export const sendGif = action({ args: {}, handler: async () => null });\n");
        Ended ended = run(project, "a:sendGit");
        assertEquals(2, ended.status());
        assertOneLine(ended.err());
        assertTrue(ended.err().contains("Did you mean a:sendGif?"), ended.err());
    }

    @Test
    void brokenTypeScriptIsShownAtItsLine() throws Exception {
        Ended ended = run(project("export const f = action({ args: {}, handler: async ( => null });\n"), "a:f");
        assertEquals(2, ended.status());
        assertTrue(ended.err().contains("convex/a.ts:3:"), ended.err());
    }

    @Test
    void aMissingPackageIsShownAtItsImport() throws Exception {
        Ended ended = run(project("import x from 'no-such-package';\nexport const f = action(x);\n"), "a:f");
        assertEquals(2, ended.status());
        assertTrue(ended.err().contains("convex/a.ts:3:"), ended.err());
        assertTrue(ended.err().contains("npm install no-such-package"), ended.err());
    }

    @Test
    void aModuleThatThrowsWhileLoadingIsToldAndTheOthersRun() throws Exception {
        Path project = project("export const f = action({ args: {}, handler: async () => 7 });\n");
        Files.writeString(project.resolve("convex/b.ts"), "export const x = 1;\nthrow new Error('at import');\n");
        Ended ended = run(project, "a:f", "--output", "json");
        assertEquals(0, ended.status(), ended.err());
        assertEquals(7, ended.json().path("value").asInt());
        assertTrue(ended.err().contains("convex/b.ts:2"), ended.err());
        assertTrue(ended.err().contains("at import"), ended.err());
    }

    @Test
    void nothingOfAnUntrustedProjectRuns() throws Exception {
        Path project = project("import { writeFileSync } from 'node:fs';\n");
        Ended ended = actionscope("functions", "--project", project.toString());
        assertEquals(2, ended.status());
        assertOneLine(ended.err());
        assertTrue(ended.err().contains("--trust"), ended.err());
    }

    @Test
    void aFolderWithoutAProjectAndBadUsageAreOneLineEach() {
        Ended nothing = actionscope("functions", "--project", folder.toString(), "--trust");
        assertEquals(2, nothing.status());
        assertOneLine(nothing.err());
        for (String[] arguments : new String[][] {
            {"run"},
            {"run", "a:f", "{not json"},
            {"run", "a:f", "[1]"},
            {"run", "a:f", "--output", "xml"},
            {"run", "a:f", "--limits", "huge"},
            {"run", "a:f", "--env", "=x"},
            {"nonsense", "a", "b"},
            {"check", "--fail-on", "maybe"},
        }) {
            Ended ended = actionscope(arguments);
            assertEquals(2, ended.status(), String.join(" ", arguments) + ": " + ended.err());
            assertOneLine(ended.err());
        }
    }

    @Test
    void aProjectAloneOpensTheWorkbench() {
        assertEquals(77, actionscope().status());
        assertEquals(77, actionscope(SAMPLE.toString()).status());
        assertEquals(78, actionscope(SAMPLE.toString(), "--trust").status());
    }

    @Test
    void checkNeedsNoTrustAndFailsOnWhatItFinds() {
        Ended ended = actionscope("check", "--project", SAMPLE.toString(), "--output", "sarif");
        assertEquals(1, ended.status(), ended.err());
        JsonNode sarif = ended.json();
        assertEquals("2.1.0", sarif.path("version").asString());
        assertTrue(sarif.path("runs").path(0).path("results").size() > 0);
    }

    @Test
    void functionsAreListedWithKindVisibilityRuntimeAndPlace() {
        Ended ended = actionscope("functions", "--project", SAMPLE.toString(), "--trust", "--output", "json");
        assertEquals(0, ended.status(), ended.err());
        for (JsonNode function : ended.json()) {
            assertEquals(
                    List.of("path", "kind", "visibility", "runtime", "args", "returns", "file", "line"),
                    new ArrayList<>(function.propertyNames()));
            assertTrue(function.path("line").asInt() > 0, function::toString);
        }
    }

    @Test
    void aRecordingGoesWhereItIsToldAndOverwritesNothing() throws Exception {
        Path project = project("export const f = action({ args: {}, handler: async () => 7 });\n");
        Path file = folder.resolve("f.ascope");
        Ended first = run(project, "a:f", "--record", file.toString(), "--output", "json");
        assertEquals(file.toString(), first.json().path("recording").asString());
        Ended second = run(project, "a:f", "--record", file.toString());
        assertEquals(2, second.status());
        assertOneLine(second.err());
    }

    @Test
    void environmentVariablesAndIdentityReachTheFunction() throws Exception {
        Path project = project("export const f = action({ args: {}, handler: async (ctx) => ["
                + "process.env.GREETING, (await ctx.auth.getUserIdentity())?.name] });\n");
        Ended ended =
                run(project, "a:f", "--env", "GREETING=hi", "--identity", "{\"name\":\"Ada\"}", "--output", "json");
        assertEquals("[\"hi\",\"Ada\"]", ended.json().path("value").toString());
    }

    @Test
    void aRunThatMostlyComputesOffersTheOtherEngine() throws Exception {
        Path project = project(
                "export const f = action({ args: {}, handler: async () => {\n"
                        + "  const end = Date.now() + 4000; let n = 0;\n  while (Date.now() < end) for (let i = 0; i < 100000; i++) n = (n + i) | 0;\n  return true;\n} });\n");
        Ended ended = run(project, "a:f", "--output", "json");
        JsonNode line = ended.json().path("logs").path(0);
        assertEquals("system", line.path("level").asString(), ended.out());
        assertTrue(line.path("text").asString().contains("--engine optimising"), ended.out());
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedWithOneLine() throws Exception {
        Path project = project("export const f = action({ args: {}, handler: async () => 7 });\n");
        Path data = folder.resolve("data");
        try (var open = dev.actionscope.runtime.database.Database.open(data)) {
            Ended ended =
                    actionscope("run", "a:f", "--project", project.toString(), "--trust", "--data", data.toString());
            assertEquals(2, ended.status(), open::toString);
            assertOneLine(ended.err());
        }
    }
}
