package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.project.InstallOutcome.Canceled;
import dev.actionscope.runtime.project.InstallOutcome.Failed;
import dev.actionscope.runtime.project.InstallOutcome.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Programs of our own stand in for npm: shell scripts on a PATH of our own.
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
class NpmInstallTest {
    @TempDir
    Path folder;

    private Project project;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeEach
    void make_a_project() throws Exception {
        Files.createDirectories(folder.resolve("app/convex"));
        Files.createDirectories(folder.resolve("bin"));
        project = Project.open(folder.resolve("app"));
    }

    @Test
    void npm_runs_in_the_project_and_its_lines_arrive() throws Exception {
        program("npm", "echo \"$@\"; pwd; printf '\\033[32mgreen\\033[0m\\n\\n' >&2; touch made");
        assertInstanceOf(Installed.class, run());
        assertEquals(
                List.of(
                        "install --no-audit --no-fund --loglevel=http",
                        project.root().toString(),
                        "green"),
                lines);
        assertTrue(Files.exists(project.root().resolve("made")));
    }

    @Test
    void a_failure_says_why() throws Exception {
        program("npm", "echo 'npm error code E404'; echo 'npm error A complete log is in x-debug-0.log'; exit 7");
        Failed failed = assertInstanceOf(Failed.class, run());
        assertEquals("`npm install` failed (exit status 7): npm error code E404", failed.message());
    }

    @Test
    void a_missing_tool_is_named_with_where_to_get_it() throws Exception {
        assertEquals(
                "npm is not on the PATH: install Node.js 20 or newer (https://nodejs.org), then try again.",
                assertInstanceOf(Failed.class, run()).message());
        Files.writeString(project.root().resolve("pnpm-lock.yaml"), "");
        assertEquals(
                "This project is installed with pnpm, which is not on the PATH: install it (https://pnpm.io), then try"
                        + " again.",
                assertInstanceOf(Failed.class, run()).message());
    }

    @Test
    void the_lock_file_s_tool_is_used() throws Exception {
        Files.writeString(project.root().resolve("yarn.lock"), "");
        program("yarn", "echo yarn \"$@\"");
        assertInstanceOf(Installed.class, run());
        assertEquals(List.of("yarn install"), lines);
    }

    @Test
    void canceling_ends_every_process() throws Exception {
        program("npm", "trap '' TERM; sleep 1000 & echo child $!; wait; sleep 1000");
        CompletableFuture<String> child = new CompletableFuture<>();
        NpmInstall install = NpmInstall.start(project, environment(), child::complete);
        String line = child.get(20, TimeUnit.SECONDS);
        ProcessHandle sleeping = ProcessHandle.of(Long.parseLong(line.substring("child ".length())))
                .orElseThrow();
        install.cancel();
        assertInstanceOf(Canceled.class, install.outcome().get(20, TimeUnit.SECONDS));
        sleeping.onExit().get(20, TimeUnit.SECONDS);
    }

    private InstallOutcome run() throws Exception {
        return NpmInstall.start(project, environment(), lines::add).outcome().get(20, TimeUnit.SECONDS);
    }

    /// The shell itself is named by its path; `sleep` and `touch` come from the usual folders through it.
    private Map<String, String> environment() {
        return Map.of("PATH", folder.resolve("bin").toString());
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
