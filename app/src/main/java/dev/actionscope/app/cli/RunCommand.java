package dev.actionscope.app.cli;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LimitProfile;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.HeadlessProject;
import dev.actionscope.runtime.session.HeadlessRun;
import dev.actionscope.runtime.session.Stubs;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `actionscope run FUNCTION [ARGS]`.
@Command(name = "run", description = "Runs one function and tells what it did.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(index = "0", paramLabel = "FUNCTION", description = "As in npx convex run: messages:sendGif.")
    private String function = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARGS", description = "A JSON object; - reads stdin.")
    private String arguments = "{}";

    @Option(names = "--identity", paramLabel = "JSON", description = "Who calls: identity claims.")
    private @Nullable String identity;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The database's folder, or :memory: (default: the project's own).")
    private @Nullable String data;

    @Option(names = "--stubs", paramLabel = "FILE", description = "Answers for fetch.")
    private @Nullable Path stubs;

    @Option(names = "--offline", description = "What no stub answers fails instead of going to the network.")
    private boolean offline;

    @Option(
            names = "--limits",
            paramLabel = "PROFILE",
            description = "cloud (default), self-hosted, seed or none.",
            defaultValue = "cloud")
    private String limits = "cloud";

    @Option(names = "--record", paramLabel = "FILE", description = "Records the run to a file.")
    private @Nullable Path record;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text (default) or json.", defaultValue = "text")
    private String output = "text";

    @Override
    public Integer call() throws UserException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        PrintWriter out = spec.commandLine().getOut();
        Output format = Output.of(output, Output.TEXT, Output.JSON);
        JsonNode argumentsJson = JsonArguments.parse(arguments.equals("-") ? standardInput() : arguments, "ARGS");
        JsonNode identityJson = identity == null ? null : JsonArguments.parse(identity, "--identity");
        LimitProfile profile = profile();
        RunResult result;
        try (HeadlessProject project = options.build(spec.commandLine().getErr())) {
            FunctionInfo info = project.code().function(function);
            RunSpec run =
                    new RunSpec(info, argumentsJson, identityJson, Map.of(), profile, Stubs.of(stubs, offline), null);
            try (HeadlessRun running = project.start(run, DataLocation.parse(data), record)) {
                result = await(running);
            }
        }
        out.println(format == Output.JSON ? ResultJson.of(result).toPrettyString() : ResultText.of(result));
        return result.status() == RunStatus.SUCCESS ? ActionscopeCommand.DONE : ActionscopeCommand.FAILED;
    }

    /// Waits for the run; the first Ctrl+C stops it and shows what it did until then.
    private RunResult await(HeadlessRun running) {
        Interrupt interrupt = Interrupt.stopping(running);
        RunResult result = running.await();
        interrupt.remove();
        String failure = running.recordingFailure();
        if (failure != null && spec != null) {
            spec.commandLine().getErr().println(failure);
        }
        return result;
    }

    private LimitProfile profile() throws UserException {
        LimitProfile profile = LimitProfile.named(limits);
        if (profile == null) {
            throw new UserException("--limits knows cloud, self-hosted, seed and none, not " + limits + ".");
        }
        return profile;
    }

    private static String standardInput() throws UserException {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException("ARGS could not be read from standard input: " + e.getMessage() + ".", e);
        }
    }
}
