package dev.actionscope.runtime.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.project.PackageState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class EsbuildServiceTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final PackageState.Installed installed =
            assertInstanceOf(PackageState.Installed.class, PackageState.of(TestProjects.open("bundling-generated")));

    @Test
    void packets_of_every_kind_survive_the_way_there_and_back() throws IOException {
        ObjectNode value = NODES.objectNode();
        value.put("text", "é👋").put("number", -7).put("yes", true).putNull("nothing");
        value.put("bytes", new byte[] {0, -1, 2});
        value.putArray("list").add(1).add("two").addObject().put("three", 3);
        byte[] encoded = new EsbuildPacket(5, true, value).encode();
        EsbuildPacket decoded = EsbuildPacket.decode(Arrays.copyOfRange(encoded, 4, encoded.length));
        assertEquals(new EsbuildPacket(5, true, value), decoded);
        for (int length = 4; length < encoded.length; length++) {
            byte[] cut = Arrays.copyOfRange(encoded, 4, length);
            assertThrows(IOException.class, () -> EsbuildPacket.decode(cut), "" + length);
        }
    }

    @Test
    void texts_far_larger_than_a_pipe_s_buffer_pass() throws Exception {
        String text = "export const x = `" + "0123456789".repeat(200_000) + "`;";
        try (EsbuildService service = start(installed.esbuildVersion())) {
            JsonNode answer = transform(service, text).get(30, TimeUnit.SECONDS);
            assertTrue(answer.path("code").asString("").length() > 2_000_000);
        }
    }

    @Test
    void requests_overlap() throws Exception {
        try (EsbuildService service = start(installed.esbuildVersion())) {
            CompletableFuture<?>[] answers = new CompletableFuture<?>[50];
            for (int i = 0; i < answers.length; i++) {
                String name = "name" + i;
                answers[i] = transform(service, "export const " + name + ": number = 1")
                        .thenAccept(answer ->
                                assertTrue(answer.path("code").asString("").contains(name), answer::toString));
            }
            CompletableFuture.allOf(answers).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_wrong_version_is_corrected_from_esbuild_s_complaint() throws Exception {
        try (EsbuildService service = start("0.0.1")) {
            assertTrue(service.isAlive());
        }
    }

    @Test
    void a_refused_request_fails_and_the_service_lives_on() throws Exception {
        try (EsbuildService service = start(installed.esbuildVersion())) {
            CompletableFuture<JsonNode> refused =
                    service.request(NODES.objectNode().put("command", "rebuild").put("key", 99));
            assertThrows(ExecutionException.class, () -> refused.get(20, TimeUnit.SECONDS));
            assertFalse(
                    transform(service, "let x = 1").get(20, TimeUnit.SECONDS).isEmpty());
        }
    }

    @Test
    void a_program_that_is_no_esbuild_is_named(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("esbuild");
        Files.writeString(program, "#!/bin/sh\necho this is not esbuild >&2\nexit 3\n");
        assertTrue(program.toFile().setExecutable(true));
        EsbuildException e = assertThrows(EsbuildException.class, () -> EsbuildService.start(program, "1", folder));
        assertEquals("esbuild (" + program + ") did not start: this is not esbuild.", e.getMessage());
        Path missing = folder.resolve("missing");
        assertThrows(EsbuildException.class, () -> EsbuildService.start(missing, "1", folder));
    }

    @Test
    void a_kill_fails_what_is_going_on(@TempDir Path folder) throws Exception {
        Path entry = Files.writeString(folder.resolve("entry.ts"), "import 'waits';");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        BuildPlugin.Answer waiting = request -> {
            asked.countDown();
            await(never);
            return null;
        };
        BuildPlugin plugin = new BuildPlugin("waits", List.of(new BuildPlugin.Hook("^waits$", "", waiting)), List.of());
        try (EsbuildService service = start(installed.esbuildVersion())) {
            EsbuildBuild build = EsbuildBuild.open(
                            service,
                            new EsbuildBuild.Settings(
                                    folder, List.of(entry), List.of("--bundle", "--log-level=silent"), List.of(plugin)))
                    .get(20, TimeUnit.SECONDS);
            CompletableFuture<JsonNode> building = build.rebuild();
            assertTrue(asked.await(20, TimeUnit.SECONDS));
            ProcessHandle.of(service.processId()).orElseThrow().destroyForcibly();
            ExecutionException e = assertThrows(ExecutionException.class, () -> building.get(20, TimeUnit.SECONDS));
            assertInstanceOf(EsbuildException.class, e.getCause());
        } finally {
            never.countDown();
        }
    }

    @Test
    void when_it_ends_what_was_asked_fails_at_once() throws Exception {
        EsbuildService service = start(installed.esbuildVersion());
        service.close();
        assertFalse(service.isAlive());
        CompletableFuture<JsonNode> answer = transform(service, "let x = 1");
        assertInstanceOf(
                EsbuildException.class,
                assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS))
                        .getCause());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private EsbuildService start(String version) throws EsbuildException {
        return EsbuildService.start(installed.esbuild(), version, TestProjects.FOLDER);
    }

    private static CompletableFuture<JsonNode> transform(EsbuildService service, String text) {
        ObjectNode request = NODES.objectNode().put("command", "transform").put("inputFS", false);
        request.put("input", text.getBytes(StandardCharsets.UTF_8));
        request.putArray("flags").add("--loader=ts");
        return service.request(request);
    }
}
