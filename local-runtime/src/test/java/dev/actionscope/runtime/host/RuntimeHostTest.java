package dev.actionscope.runtime.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.host.ProjectState.Stage;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Drives the real process over its pipe.
class RuntimeHostTest {
    private static final long SECONDS = 60;

    @TempDir
    private Path home;

    private final Heard heard = new Heard();
    private final BlockingQueue<String> deaths = new LinkedBlockingQueue<>();
    private RuntimeHost host;
    private Path project;

    private static final class Heard implements RuntimeEvents {
        private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

        @Override
        public void ready() {
            events.add("ready");
        }

        @Override
        public void projectChanged(ProjectState state) {
            events.add(state);
        }

        @Override
        public void installProgress(InstallProgress progress) {
            events.add(progress);
        }

        @Override
        public void runProgress(RunProgress progress) {
            events.add(progress);
        }

        @Override
        public void runEnded(RunEnded ended) {
            events.add(ended);
        }

        <T> T await(Class<T> type, Predicate<T> wanted) throws InterruptedException {
            while (true) {
                Object event = events.poll(SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no " + type.getSimpleName() + " within " + SECONDS + " s");
                }
                if (type.isInstance(event) && wanted.test(type.cast(event))) {
                    return type.cast(event);
                }
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        project = home.resolve("project");
        Files.createDirectories(project.resolve("convex"));
        Files.writeString(project.resolve("package.json"), "{\"name\":\"p\",\"dependencies\":{\"convex\":\"*\"}}");
        Files.createSymbolicLink(
                project.resolve("node_modules"),
                Path.of("src/test/projects/node_modules").toAbsolutePath());
        write("export const hello = action({ args: {}, handler: async () => 'hi' });");
        host = RuntimeHost.start(
                HostLaunch.ofThisJvm(new HostFolders(home.resolve("config"), home.resolve("data"))),
                heard,
                deaths::add);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private void write(String code) throws Exception {
        Files.writeString(
                project.resolve("convex/a.ts"), "import { action } from './_generated/server';\n" + code + "\n");
    }

    private void openTrusted() throws Exception {
        heard.await(String.class, "ready"::equals);
        assertEquals(
                Stage.UNTRUSTED,
                host.openProject(project.toString())
                        .get(SECONDS, TimeUnit.SECONDS)
                        .stage());
        host.trustProject().get(SECONDS, TimeUnit.SECONDS);
        heard.await(ProjectState.class, state -> state.stage() == Stage.READY);
    }

    private String run(String function) throws Exception {
        return run(function, "interpreter");
    }

    private String run(String function, String engine) throws Exception {
        return host.startRun(new RunRequest(
                        function, JsonMapper.shared().createObjectNode(), null, Map.of(), null, engine, "cloud", true))
                .get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aTrustedProjectIsBuiltRunAndRecorded() throws Exception {
        openTrusted();
        run("a:hello");
        RunResult result = heard.await(RunEnded.class, _ -> true).result();
        assertEquals(RunStatus.SUCCESS, result.status(), () -> String.valueOf(result.error()));
        assertEquals("\"hi\"", String.valueOf(result.value()));
        List<RunSummary> runs = host.listRuns().get(SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("a:hello"), runs.stream().map(RunSummary::function).toList());
        assertEquals(
                result,
                host.loadRun(String.valueOf(runs.getFirst().recording())).get(SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aSaveIsBuiltAndASyntaxErrorLeavesTheLastGoodStateInUse() throws Exception {
        openTrusted();
        write("export const hello = action({ args: {}, handler: async () => { broken broken } });");
        ProjectState broken = heard.await(ProjectState.class, ProjectState::isStale);
        assertEquals(Stage.READY, broken.stage());
        assertTrue(String.valueOf(broken.problems().getFirst().position()).startsWith("convex/a.ts:2:"));
        run("a:hello");
        assertEquals(
                RunStatus.SUCCESS,
                heard.await(RunEnded.class, _ -> true).result().status());
        write("export const bye = action({ args: {}, handler: async () => 'bye' });");
        ProjectState mended = heard.await(
                ProjectState.class,
                state -> !state.isStale()
                        && state.functions().size() == 1
                        && state.functions().getFirst().path().equals("a:bye"));
        assertTrue(mended.problems().isEmpty());
    }

    @Test
    void anEndlessLoopIsStoppedWithinASecondAndTheNextRunIsClean() throws Exception {
        write("export const loop = action({ args: {}, handler: async () => { while (true) {} } });\n"
                + "export const hello = action({ args: {}, handler: async () => 'hi' });");
        openTrusted();
        String runId = run("a:loop");
        heard.await(RunProgress.class, progress -> progress.runId().equals(runId));
        long asked = System.nanoTime();
        host.stopRun(runId);
        RunResult stopped = heard.await(RunEnded.class, _ -> true).result();
        assertEquals(RunStatus.CANCELED, stopped.status());
        assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(2));
        run("a:hello");
        assertEquals(
                RunStatus.SUCCESS,
                heard.await(RunEnded.class, _ -> true).result().status());
        assertTrue(deaths.isEmpty(), deaths::toString);
    }

    @Test
    void codeThatCannotBeStoppedCostsTheHostItsLifeAndNothingElse() throws Exception {
        write("export const never = action({ args: {}, handler: async () => {\n"
                + "  (function f(n: number): number { try { return 1 + f(n + 1); } catch { return f(n + 1) + f(n + 1); } })(0);\n"
                + "} });");
        openTrusted();
        String runId = run("a:never");
        heard.await(RunProgress.class, progress -> progress.runId().equals(runId));
        host.stopRun(runId);
        assertTrue(endsOrDies(), "neither the run nor the host ended");
    }

    private boolean endsOrDies() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline) {
            if (deaths.poll(100, TimeUnit.MILLISECONDS) != null || heard.events.poll() instanceof RunEnded) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theOptimisingEngineGetsAHostOfItsOwnKind() throws Exception {
        openTrusted();
        run("a:hello", "optimising");
        RunResult result = heard.await(RunEnded.class, _ -> true).result();
        assertEquals(RunStatus.SUCCESS, result.status(), () -> String.valueOf(result.error()));
        assertEquals("optimising", result.engine());
        assertTrue(deaths.isEmpty(), deaths::toString);
    }

    @Test
    void nothingOfAnUntrustedProjectRuns() throws Exception {
        write("import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', 'x');");
        heard.await(String.class, "ready"::equals);
        ProjectState state = host.openProject(project.toString()).get(SECONDS, TimeUnit.SECONDS);
        assertEquals(Stage.UNTRUSTED, state.stage());
        assertTrue(state.functions().isEmpty());
    }
}
