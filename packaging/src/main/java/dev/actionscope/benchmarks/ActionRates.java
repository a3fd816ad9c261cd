package dev.actionscope.benchmarks;

import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.recording.RecordingHead;
import dev.actionscope.runtime.recording.RecordingWriter;
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
import dev.actionscope.runtime.trace.TraceListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How many actions a second the runtime does, one after the other, in one process.
final class ActionRates implements AutoCloseable {
    /// The interpreter's trees and the JVM's code take that long to settle.
    private static final double WARM_SECONDS = 15;

    private final Path project;
    private final int rows;
    private final Path recordings;
    private final HeadlessProject built;
    private final LocalDeployment deployment;

    /// Actions per second.
    ///
    /// @param recorded with every run recorded to a file of its own
    record Pair(double plain, double recorded) {}

    private ActionRates(Path project, int rows, Path recordings, HeadlessProject built, LocalDeployment deployment) {
        this.project = project;
        this.rows = rows;
        this.recordings = recordings;
        this.built = built;
        this.deployment = deployment;
    }

    static ActionRates open(Path root, int rows, Path folder) throws UserException {
        Path project = root.resolve("packaging/benchmarks/project");
        HeadlessProject built = HeadlessProject.build(
                new HeadlessProject.Options(project, true, "interpreter", List.of(), Map.of()),
                new HostFolders(folder.resolve("config"), folder.resolve("data")));
        LocalDeployment deployment = built.deploy(new DataLocation.InFolder(folder.resolve("rows" + rows)));
        ActionRates rates = new ActionRates(project, rows, folder, built, deployment);
        for (int from = 0; from < rows; from += 1000) {
            rates.run(
                    "bench:seed",
                    JsonNodeFactory.instance.objectNode().put("from", from).put("to", Math.min(rows, from + 1000)),
                    new SilentListener());
        }
        return rates;
    }

    Pair noop(int seconds) throws UserException, IOException {
        return pair(seconds, "bench:noop", i -> JsonNodeFactory.instance.objectNode());
    }

    Pair typical(int seconds) throws UserException, IOException {
        return pair(
                seconds,
                "bench:queryFetchMutation",
                i -> JsonNodeFactory.instance.objectNode().put("key", "k" + (i * 7919L % rows)));
    }

    @FunctionalInterface
    private interface Arguments {
        JsonNode of(int call);
    }

    /// Plain and recorded in turn, so that both meet the same machine.
    private Pair pair(int seconds, String function, Arguments arguments) throws UserException, IOException {
        measure(WARM_SECONDS, function, arguments, false);
        double plain = 0;
        double recorded = 0;
        int rounds = 3;
        for (int i = 0; i < rounds; i++) {
            plain += measure(seconds / (double) rounds, function, arguments, false);
            recorded += measure(seconds / (double) rounds, function, arguments, true);
        }
        return new Pair(plain / rounds, recorded / rounds);
    }

    private double measure(double seconds, String function, Arguments arguments, boolean record)
            throws UserException, IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int calls = 0;
        while (System.nanoTime() < end) {
            JsonNode given = arguments.of(calls++);
            if (record) {
                recorded(function, given);
            } else {
                run(function, given, new SilentListener());
            }
        }
        return calls / ((System.nanoTime() - start) / 1e9);
    }

    private void recorded(String function, JsonNode arguments) throws UserException, IOException {
        RecordingHead head =
                new RecordingHead("bench", function, "action", "convex", "interpreter", arguments, 0, "bench");
        try (RecordingWriter writer = RecordingWriter.create(recordings.resolve(UUID.randomUUID() + ".ascope"), head)) {
            writer.finish(run(function, arguments, writer));
        }
    }

    private RunResult run(String function, JsonNode arguments, TraceListener listener) throws UserException {
        RunSpec spec = new RunSpec(
                built.code().function(function),
                arguments,
                null,
                Map.of(),
                LimitProfile.NONE,
                Stubs.of(project.resolve("stubs.json"), true),
                null);
        RunResult result = deployment.start(spec, listener).result().join();
        if (result.status() != RunStatus.SUCCESS) {
            throw new IllegalStateException(function + " failed: " + result.error());
        }
        return result;
    }

    @Override
    public void close() {
        deployment.close();
        built.close();
    }
}
