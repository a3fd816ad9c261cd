package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BuildOutcome;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundleProfile;
import dev.actionscope.runtime.bundle.Bundler;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the tests of isolates share: bundles of the test projects, an engine, calls.
final class IsolateTests {
    static final IsolateLimits LIMITS = new IsolateLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 64L << 20);

    private IsolateTests() {}

    static Bundle bundle(String project) {
        Path folder = Path.of("src/test/projects").toAbsolutePath().resolve(project);
        try (Bundler bundler = Bundler.open(Project.open(folder), BundleProfile.DEBUG)) {
            return switch (bundler.build()) {
                case BuildOutcome.Built built -> built.bundle();
                case BuildOutcome.Failed failed -> throw new AssertionError(failed.problems());
            };
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    static GraalIsolateEngine engine() {
        try {
            return GraalIsolateEngine.open(EngineKind.INTERPRETER, List.of());
        } catch (EngineUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    static FunctionCall call(String path, FunctionKind kind) {
        return call(path, kind, "{}");
    }

    static FunctionCall call(String path, FunctionKind kind, String argument) {
        int colon = path.indexOf(':');
        return new FunctionCall(
                path.substring(0, colon) + ".js", path.substring(colon + 1), kind, "[" + argument + "]", "request-1");
    }

    static IsolateReport await(RunningCall running) {
        try {
            return running.report().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
