package dev.actionscope.runtime.session;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LimitProfile;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.trace.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs functions of the test projects the way the command line does.
final class RunTests {
    static final Path PROJECTS = Path.of("src/test/projects");
    static final Path SAMPLE = Path.of("../packaging/sample");

    private RunTests() {}

    static HeadlessProject build(Path project, Path home) throws UserException {
        return HeadlessProject.build(
                new HeadlessProject.Options(project, true, "interpreter", List.of(), Map.of()),
                new HostFolders(home.resolve("config"), home.resolve("data")));
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static JsonNode read(Path file) throws java.io.IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    static RunResult run(HeadlessProject project, String function, String arguments) throws UserException {
        return run(project, function, json(arguments), null, new DataLocation.InMemory(), null);
    }

    static RunResult run(
            HeadlessProject project,
            String function,
            JsonNode arguments,
            @Nullable Path stubs,
            DataLocation data,
            @Nullable Path record)
            throws UserException {
        FunctionInfo info = project.code().function(function);
        RunSpec spec = new RunSpec(info, arguments, null, Map.of(), LimitProfile.CLOUD, Stubs.of(stubs, true), null);
        try (HeadlessRun run = project.start(spec, data, record)) {
            return run.await();
        }
    }
}
