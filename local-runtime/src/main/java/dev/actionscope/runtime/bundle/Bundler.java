package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildOutcome.Built;
import dev.actionscope.runtime.bundle.BuildOutcome.Failed;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.project.EntryPoint;
import dev.actionscope.runtime.project.EntryPointProblem;
import dev.actionscope.runtime.project.EntryPoints;
import dev.actionscope.runtime.project.PackageJson;
import dev.actionscope.runtime.project.PackageState;
import dev.actionscope.runtime.project.PackageTool;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Bundles one project, again and again, with its own esbuild and Convex's options. esbuild stays running between
/// builds; it is started by the first one, and anew when it died. Thread-safe: builds wait for each other.
///
/// It runs the esbuild that lies in the project, so only a project the user trusts may be built.
///
/// Every build looks at the project anew, convex.json, entry points and packages included.
public final class Bundler implements AutoCloseable {
    private final Path root;
    private final BundleProfile profile;
    private final BundleAssembler assembler;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable WarmEsbuild esbuild;
    private volatile boolean isClosed;

    private Bundler(Path root, BundleProfile profile) {
        this.root = root;
        this.profile = profile;
        this.assembler = new BundleAssembler(root);
    }

    /// A bundler of that project. Nothing is started yet.
    public static Bundler open(Project project, BundleProfile profile) {
        return new Bundler(project.root(), profile);
    }

    /// Builds the project as it is on disk now. Whatever is wrong with the project, its packages or esbuild is in the
    /// outcome. Blocks; meant for a virtual thread.
    public BuildOutcome build() {
        long start = System.nanoTime();
        building.lock();
        try {
            return buildTwiceAtMost(start);
        } finally {
            building.unlock();
        }
    }

    /// Ends esbuild. A build that is going on fails; so does every later one.
    @Override
    public void close() {
        isClosed = true;
        WarmEsbuild running = esbuild;
        if (running != null) {
            running.stop();
        }
        building.lock();
        try {
            stopEsbuild();
        } finally {
            building.unlock();
        }
    }

    /// The running esbuild's process id, or -1; for tests that kill it.
    long esbuildProcess() {
        WarmEsbuild running = esbuild;
        return running == null ? -1 : running.processId();
    }

    private BuildOutcome buildTwiceAtMost(long start) {
        try {
            return buildOnce(start);
        } catch (EsbuildException e) {
            System.getLogger(Bundler.class.getName())
                    .log(System.Logger.Level.DEBUG, "esbuild failed; it is started anew", e);
            stopEsbuild();
        }
        try {
            return buildOnce(start);
        } catch (EsbuildException e) {
            stopEsbuild();
            return new Failed(List.of(BuildProblem.of(e.getMessage())), since(start));
        }
    }

    private BuildOutcome buildOnce(long start) throws EsbuildException {
        Project project;
        EntryPoints points;
        try {
            project = Project.open(root);
            points = EntryPoints.scan(project);
        } catch (ProjectException e) {
            BuildProblem problem = new BuildProblem(e.getMessage(), e.position(), 0, "", List.of());
            return new Failed(List.of(problem), since(start));
        }
        if (!points.problems().isEmpty()) {
            return new Failed(problems(points.problems()), since(start));
        }
        return switch (PackageState.of(project)) {
            case PackageState.Missing missing -> new Failed(List.of(BuildProblem.of(missing.message())), since(start));
            case PackageState.Installed installed -> run(project, installed, points, start);
        };
    }

    private BuildOutcome run(Project project, PackageState.Installed installed, EntryPoints points, long start)
            throws EsbuildException {
        WarmEsbuild running = running(project, installed);
        Map<BuildTarget, List<Path>> entries = entries(points);
        Map<BuildTarget, JsonNode> results = running.build(entries);
        Set<BuildProblem> errors = new LinkedHashSet<>();
        Set<BuildProblem> warnings = new LinkedHashSet<>(problems(points.warnings()));
        Map<BuildTarget, JsonNode> outputs = new EnumMap<>(BuildTarget.class);
        PackageTool tool = PackageTool.of(project.root());
        PackageJson manifest = PackageJson.read(project.root());
        for (Map.Entry<BuildTarget, JsonNode> result : results.entrySet()) {
            BuildTarget target = result.getKey();
            EsbuildMessages messages = new EsbuildMessages(target.environment() == Environment.NODE, tool, manifest);
            List<BuildProblem> failures = messages.problems(result.getValue().path("errors"));
            errors.addAll(running.explained(target, entries.getOrDefault(target, List.of()), failures));
            warnings.addAll(messages.problems(result.getValue().path("warnings")));
            outputs.put(target, result.getValue().path("outputFiles"));
        }
        if (!errors.isEmpty()) {
            return new Failed(List.copyOf(errors), since(start));
        }
        List<String> entryPoints =
                points.functions().stream().map(EntryPoint::module).toList();
        return new Built(assembler.assemble(outputs, entryPoints), List.copyOf(warnings), since(start));
    }

    private static List<BuildProblem> problems(List<EntryPointProblem> files) {
        return files.stream()
                .map(file -> BuildProblem.ofFile(file.file(), file.message()))
                .toList();
    }

    private WarmEsbuild running(Project project, PackageState.Installed installed) throws EsbuildException {
        if (isClosed) {
            throw new EsbuildException("The project was closed.", null);
        }
        WarmEsbuild running = esbuild;
        if (running == null || !running.isUsable(project, installed)) {
            stopEsbuild();
            running = WarmEsbuild.start(project, profile, installed);
            esbuild = running;
            if (isClosed) {
                running.stop();
            }
        }
        return running;
    }

    private static Map<BuildTarget, List<Path>> entries(EntryPoints points) {
        Map<BuildTarget, List<Path>> entries = new EnumMap<>(BuildTarget.class);
        Path schema = points.schema();
        if (schema != null) {
            entries.put(BuildTarget.SCHEMA, List.of(schema));
        }
        Path authConfig = points.authConfig();
        if (authConfig != null) {
            entries.put(BuildTarget.AUTH_CONFIG, List.of(authConfig));
        }
        for (EntryPoint point : points.functions()) {
            entries.computeIfAbsent(
                            point.isNode() ? BuildTarget.NODE : BuildTarget.CONVEX,
                            target -> new java.util.ArrayList<>())
                    .add(point.path());
        }
        return entries;
    }

    private void stopEsbuild() {
        WarmEsbuild running = esbuild;
        esbuild = null;
        if (running != null) {
            running.close();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
