package dev.actionscope.benchmarks;

import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LimitProfile;
import dev.actionscope.runtime.run.LocalDeployment;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.HeadlessProject;
import dev.actionscope.runtime.session.Stubs;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.SilentListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How long JavaScript that computes takes, warm, by engine.
final class Computations {
    private static final int WARM_SECONDS = 20;

    private Computations() {}

    /// Measures in this JVM.
    ///
    /// @return `{"cpuMillis","jsonMillis"}`
    static ObjectNode measure(Path root, String engine, int cpuSize, int jsonSize) throws UserException, IOException {
        Path folder = Files.createTempDirectory("actionscope-bench-");
        HeadlessProject.Options options = new HeadlessProject.Options(
                root.resolve("packaging/benchmarks/project"), true, engine, List.of(), Map.of());
        try (HeadlessProject built =
                        HeadlessProject.build(options, new HostFolders(folder.resolve("c"), folder.resolve("d")));
                LocalDeployment deployment = built.deploy(new DataLocation.InMemory())) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("cpuMillis", median(built, deployment, "bench:cpu", cpuSize))
                    .put("jsonMillis", median(built, deployment, "bench:json", jsonSize));
        }
    }

    private static double median(HeadlessProject built, LocalDeployment deployment, String function, int size)
            throws UserException {
        long warmUntil = System.nanoTime() + WARM_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < warmUntil) {
            millis(built, deployment, function, size);
        }
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(millis(built, deployment, function, size));
        }
        all.sort(null);
        return all.get(4);
    }

    private static double millis(HeadlessProject built, LocalDeployment deployment, String function, int size)
            throws UserException {
        RunSpec spec = new RunSpec(
                built.code().function(function),
                JsonNodeFactory.instance.objectNode().put("size", size),
                null,
                Map.of(),
                LimitProfile.NONE,
                Stubs.of(null, true),
                null);
        RunResult result = deployment.start(spec, new SilentListener()).result().join();
        if (result.status() != RunStatus.SUCCESS) {
            throw new IllegalStateException(function + " failed: " + result.error());
        }
        return result.durationNanos() / 1e6;
    }

    /// Measures in a JVM started for that engine.
    static JsonNode inChild(Path root, String engine) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (engine.equals("optimising")) {
            command.addAll(List.of(
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:+EnableJVMCI",
                    "--upgrade-module-path=" + root.resolve("packaging/target/app/compiler")));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName(),
                root.toString(),
                "compute",
                engine));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String line = text.lines()
                .filter(candidate -> candidate.startsWith("COMPUTED "))
                .findFirst()
                .orElseThrow(() -> new IOException("the " + engine + " engine measured nothing: " + text));
        return JsonMapper.shared().readTree(line.substring("COMPUTED ".length()));
    }
}
