package dev.actionscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of a process to its first result.
final class Starts {
    static final int TIMES = 7;

    private Starts() {}

    /// Medians, in milliseconds.
    record Times(double ours, double peer) {}

    static Times measure(Path root) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int i = 0; i <= TIMES; i++) {
            double our = millis(ours(root));
            double their = millis(peer(root));
            if (i > 0) {
                ours.add(our);
                peer.add(their);
            }
        }
        ours.sort(null);
        peer.sort(null);
        return new Times(ours.get(TIMES / 2), peer.get(TIMES / 2));
    }

    private static ProcessBuilder ours(Path root) {
        return new ProcessBuilder(
                root.resolve("packaging/bin/actionscope").toString(),
                "run",
                "bench:noop",
                "--project",
                root.resolve("packaging/benchmarks/project").toString(),
                "--trust",
                "--data",
                ":memory:");
    }

    private static ProcessBuilder peer(Path root) {
        ProcessBuilder builder = new ProcessBuilder("node", "node_modules/vitest/vitest.mjs", "run", "--reporter=dot");
        builder.directory(root.resolve("packaging/benchmarks").toFile());
        builder.environment().put("PEER_SETTINGS", "{\"rows\":[1],\"seconds\":0.001,\"cpuSize\":1,\"jsonSize\":1}");
        return builder;
    }

    private static double millis(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", builder.command()) + " failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
