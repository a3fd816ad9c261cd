package dev.actionscope.runtime.project;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An `npm install` (or that of pnpm, yarn or bun, whose lock file the project has) that is going on.
public final class NpmInstall implements AutoCloseable {
    private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");
    private static final int SECONDS_TO_END = 2;

    private final PackageTool tool;
    private final @Nullable Process process;
    private final CompletableFuture<InstallOutcome> outcome = new CompletableFuture<>();
    private volatile boolean isCanceled;

    private NpmInstall(PackageTool tool, @Nullable Process process) {
        this.tool = tool;
        this.process = process;
    }

    /// Starts it in the project's folder.
    ///
    /// @param changes to the environment of this process, which the program gets; its `PATH` is searched
    /// @param onLine called with each line it prints, on a virtual thread
    public static NpmInstall start(Project project, Map<String, String> changes, Consumer<String> onLine) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(changes);
        PackageTool tool = PackageTool.of(project.root());
        Path program = find(tool.program(), environment);
        if (program == null) {
            return failed(tool, missing(tool));
        }
        List<String> command = new ArrayList<>(List.of(program.toString(), "install"));
        if (tool == PackageTool.NPM) {
            command.addAll(List.of("--no-audit", "--no-fund", "--loglevel=http"));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.root().toFile()).redirectErrorStream(true);
        builder.environment().putAll(changes);
        builder.environment().put("NO_COLOR", "1");
        try {
            NpmInstall install = new NpmInstall(tool, builder.start());
            Thread.ofVirtual().name("npm-install").start(() -> install.follow(onLine));
            return install;
        } catch (IOException e) {
            return failed(tool, program + " cannot be started: " + e.getMessage());
        }
    }

    /// How it ends; never fails.
    public CompletableFuture<InstallOutcome> outcome() {
        return outcome;
    }

    /// Ends it with every process it started. Its outcome follows.
    public void cancel() {
        Process running = process;
        if (running == null || outcome.isDone()) {
            return;
        }
        isCanceled = true;
        List<ProcessHandle> tree = tree(running);
        running.onExit().thenRun(() -> outcome.complete(new InstallOutcome.Canceled()));
        tree.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
                .exceptionally(timeout -> {
                    tree(running).forEach(ProcessHandle::destroyForcibly);
                    tree.forEach(ProcessHandle::destroyForcibly);
                    return null;
                });
    }

    /// The parent first: once it has ended it starts no more children.
    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() {
        cancel();
    }

    private void follow(Consumer<String> onLine) {
        Process running = java.util.Objects.requireNonNull(process);
        String last = "";
        try (BufferedReader lines = running.inputReader(StandardCharsets.UTF_8)) {
            running.getOutputStream().close();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String plain = COLOR.matcher(line).replaceAll("").stripTrailing();
                if (!plain.isBlank()) {
                    last = isCause(plain) || !isCause(last) ? plain : last;
                    onLine.accept(plain);
                }
            }
            int status = running.waitFor();
            outcome.complete(ended(status, last));
        } catch (IOException e) {
            outcome.complete(ended(-1, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.complete(new InstallOutcome.Canceled());
        }
    }

    private InstallOutcome ended(int status, String last) {
        if (isCanceled) {
            return new InstallOutcome.Canceled();
        }
        return status == 0
                ? new InstallOutcome.Installed()
                : new InstallOutcome.Failed("`" + tool.command() + "` failed (exit status " + status + "): " + last);
    }

    /// Whether a line tells why it failed, rather than where the log of it lies.
    private static boolean isCause(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean isError = lower.startsWith("npm error") || lower.startsWith("npm err!") || lower.startsWith("error");
        return isError && !lower.contains("complete log") && !lower.contains("debug-0.log");
    }

    private static NpmInstall failed(PackageTool tool, String message) {
        NpmInstall install = new NpmInstall(tool, null);
        install.outcome.complete(new InstallOutcome.Failed(message));
        return install;
    }

    private static String missing(PackageTool tool) {
        return tool == PackageTool.NPM
                ? "npm is not on the PATH: install Node.js 20 or newer (" + tool.home() + "), then try again."
                : "This project is installed with " + tool.program() + ", which is not on the PATH: install it ("
                        + tool.home() + "), then try again.";
    }

    private static @Nullable Path find(String program, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        boolean isWindows = File.separatorChar == '\\';
        List<String> names = isWindows ? List.of(program + ".cmd", program + ".exe") : List.of(program);
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElse(null);
    }
}
