package dev.actionscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.app.arguments.Arguments;
import dev.actionscope.app.arguments.JsonText;
import dev.actionscope.app.run.RunPreparation.Outcome;
import dev.actionscope.app.settings.ProjectMemory.Options;
import dev.actionscope.runtime.host.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPreparationTest {
    @TempDir
    private Path root;

    private final Arguments empty = new Arguments.Value(JsonText.parse("{}"));

    private Outcome prepare(Arguments arguments, Options options) {
        return RunPreparation.prepare(root, "a:b", arguments, options, "interpreter");
    }

    private String refusal(Arguments arguments, Options options) {
        return assertInstanceOf(Outcome.NotReady.class, prepare(arguments, options))
                .reason();
    }

    @Test
    void everything_entered_reaches_the_request() throws IOException {
        Files.writeString(root.resolve("stubs.json"), "[]");
        Options options = new Options("{\"subject\":\"u\"}", "# keys\nA=1\n\n B = x=y \n", "stubs.json", "seed", false);
        RunRequest request =
                assertInstanceOf(Outcome.Ready.class, prepare(empty, options)).request();
        assertEquals(Map.of("A", "1", "B", "x=y"), request.environment());
        assertEquals(JsonText.parse("{\"subject\":\"u\"}"), request.identity());
        assertEquals(root.resolve("stubs.json").toString(), request.stubsFile());
        assertEquals("seed", request.limits());
        assertEquals(false, request.record());
    }

    @Test
    void what_cannot_be_used_is_said_with_its_place() {
        assertEquals(
                "Environment, line 2: “oops” is not NAME=value.",
                refusal(empty, new Options("", "A=1\noops", "", "cloud", true)));
        assertTrue(refusal(empty, new Options("[]", "", "", "cloud", true)).startsWith("Identity: the claims are"));
        assertTrue(refusal(empty, new Options("{", "", "", "cloud", true)).startsWith("Identity: Not JSON"));
        assertTrue(refusal(empty, new Options("", "", "no.json", "cloud", true)).startsWith("The stubs file "));
        assertTrue(
                refusal(empty, new Options("", "", "", "my-limits.json", true)).startsWith("The limits file "));
        assertEquals("why", refusal(new Arguments.Invalid("why"), Options.DEFAULT));
    }

    @Test
    void fifty_megabytes_of_arguments_come_from_a_file() throws IOException {
        Path file = root.resolve("big.json");
        Files.writeString(file, "{\"text\":\"" + "x".repeat(50_000_000) + "\"}");
        Outcome outcome = prepare(new Arguments.File(file, Files.size(file)), Options.DEFAULT);
        assertEquals(
                50_000_000,
                assertInstanceOf(Outcome.Ready.class, outcome)
                        .request()
                        .arguments()
                        .path("text")
                        .stringValue()
                        .length());
    }

    @Test
    void a_file_that_is_no_json_object_is_refused_with_its_name() throws IOException {
        Path file = Files.writeString(root.resolve("list.json"), "[1]");
        assertTrue(refusal(new Arguments.File(file, 3), Options.DEFAULT).startsWith(file.toString()));
        assertTrue(refusal(new Arguments.File(root.resolve("gone.json"), 3), Options.DEFAULT)
                .contains("gone.json"));
    }
}
