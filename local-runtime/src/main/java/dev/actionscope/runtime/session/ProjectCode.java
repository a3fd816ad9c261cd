package dev.actionscope.runtime.session;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.BuildOutcome;
import dev.actionscope.runtime.bundle.BuildProblem;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundleProfile;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.bundle.Bundler;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.isolate.IsolateEngine;
import dev.actionscope.runtime.node.NodeRuntime;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a trusted project's files into code that can be called: bundles and analyses, again and again, with esbuild
/// kept warm. Runs user code. One thread at a time.
final class ProjectCode implements AutoCloseable {
    private final Project project;
    private final IsolateEngine engine;
    private final NodeRuntime node;
    private final Bundler bundler;

    ProjectCode(Project project, IsolateEngine engine, NodeRuntime node) {
        this.project = project;
        this.engine = engine;
        this.node = node;
        this.bundler = Bundler.open(project, BundleProfile.DEBUG);
    }

    /// What came of a build.
    ///
    /// @param built null when it failed
    /// @param problems what to show: errors, and modules that could not be loaded
    record Result(@Nullable BuiltProject built, List<Problem> problems, long millis) {}

    Result build(Map<String, String> environment) {
        long start = System.nanoTime();
        return switch (bundler.build()) {
            case BuildOutcome.Failed failed ->
                new Result(
                        null,
                        failed.problems().stream()
                                .map(problem -> problem(problem, Severity.ERROR))
                                .toList(),
                        millis(start));
            case BuildOutcome.Built built -> {
                List<Problem> problems = new ArrayList<>();
                built.warnings().forEach(warning -> problems.add(problem(warning, Severity.WARNING)));
                Analysis analysis = analyze(built.bundle(), environment, problems);
                yield new Result(
                        new BuiltProject(project, built.bundle(), analysis, environment), problems, millis(start));
            }
        };
    }

    private static long millis(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    private static Problem problem(BuildProblem problem, Severity severity) {
        StringBuilder text = new StringBuilder(problem.message());
        problem.notes().forEach(note -> text.append('\n').append(note.message()));
        return new Problem(severity, text.toString(), problem.position());
    }

    private Analysis analyze(Bundle bundle, Map<String, String> environment, List<Problem> problems) {
        Analysis inConvex = engine.analyze(part(bundle, Environment.CONVEX), new AnalysisSeam(environment));
        List<FunctionInfo> functions = new ArrayList<>(inConvex.functions());
        Map<String, RunError> failures = new HashMap<>(inConvex.failures());
        try {
            NodeRuntime.NodeAnalysis inNode = node.analyze(bundle, environment);
            functions.addAll(inNode.functions());
            failures.putAll(inNode.failures());
        } catch (IOException e) {
            problems.add(new Problem(Severity.WARNING, String.valueOf(e.getMessage()), null));
        }
        functions.sort(Comparator.comparing(FunctionInfo::module));
        failures.forEach((_, failure) ->
                problems.add(new Problem(Severity.ERROR, failure.message().strip(), position(failure))));
        return new Analysis(
                functions, inConvex.schema(), inConvex.crons(), inConvex.authConfig(), inConvex.httpRoutes(), failures);
    }

    private static @Nullable SourcePosition position(RunError failure) {
        return failure.frames().isEmpty() ? null : failure.frames().getFirst().position();
    }

    private static Bundle part(Bundle bundle, Environment environment) {
        Map<String, BundledModule> modules = new HashMap<>();
        bundle.modules().forEach((path, module) -> {
            if (module.environment() == environment) {
                modules.put(path, module);
            }
        });
        return new Bundle(
                bundle.hash(),
                modules,
                bundle.entryPoints().stream().filter(modules::containsKey).toList());
    }

    @Override
    public void close() {
        bundler.close();
    }
}
