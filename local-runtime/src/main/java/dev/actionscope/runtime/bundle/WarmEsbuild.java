package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.project.PackageState;
import dev.actionscope.runtime.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running esbuild with the builds it keeps warm for one project. A build whose entry points or options changed is
/// replaced. Not thread-safe, but for [#stop()].
final class WarmEsbuild implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LONGEST_BUILD_SECONDS = 120;

    private final Project project;
    private final BundleProfile profile;
    private final PackageState.Installed installed;
    private final EsbuildService service;
    private final Map<BuildTarget, Kept> builds = new EnumMap<>(BuildTarget.class);

    private WarmEsbuild(
            Project project, BundleProfile profile, PackageState.Installed installed, EsbuildService service) {
        this.project = project;
        this.profile = profile;
        this.installed = installed;
        this.service = service;
    }

    static WarmEsbuild start(Project project, BundleProfile profile, PackageState.Installed installed)
            throws EsbuildException {
        EsbuildService service = EsbuildService.start(installed.esbuild(), installed.esbuildVersion(), project.root());
        return new WarmEsbuild(project, profile, installed, service);
    }

    boolean isUsable(Project wantedProject, PackageState.Installed wanted) {
        return service.isAlive() && wantedProject.equals(project) && wanted.equals(installed);
    }

    long processId() {
        return service.processId();
    }

    /// Runs one build for each target, all at once; answers esbuild's results.
    Map<BuildTarget, JsonNode> build(Map<BuildTarget, List<Path>> entries) throws EsbuildException {
        GeneratedModules generated = GeneratedModules.of(project);
        ExternalPackages external = ExternalPackages.of(project);
        builds.entrySet().removeIf(kept -> {
            List<Path> wanted = entries.get(kept.getKey());
            boolean isStale = wanted == null || !kept.getValue().isFor(wanted, generated, external);
            if (isStale) {
                kept.getValue().build.close();
            }
            return isStale;
        });
        for (Map.Entry<BuildTarget, List<Path>> entry : entries.entrySet()) {
            BuildTarget target = entry.getKey();
            if (!builds.containsKey(target)) {
                EsbuildBuild build =
                        await(EsbuildBuild.open(service, settings(target, entry.getValue(), generated, external)));
                builds.put(target, new Kept(build, entry.getValue(), generated, external));
            }
        }
        Map<BuildTarget, CompletableFuture<JsonNode>> running = new EnumMap<>(BuildTarget.class);
        builds.forEach((target, kept) -> running.put(target, kept.build.rebuild()));
        Map<BuildTarget, JsonNode> results = new EnumMap<>(BuildTarget.class);
        for (Map.Entry<BuildTarget, CompletableFuture<JsonNode>> entry : running.entrySet()) {
            results.put(entry.getKey(), await(entry.getValue()));
        }
        return results;
    }

    /// Adds to problems in files that are no entry points how these came in. To learn the way, it builds once more
    /// without the imports that led nowhere.
    List<BuildProblem> explained(BuildTarget target, List<Path> entries, List<BuildProblem> problems)
            throws EsbuildException {
        List<String> files = entries.stream().map(project::relative).toList();
        boolean isNeeded = problems.stream()
                .map(BuildProblem::position)
                .anyMatch(position -> position != null && !files.contains(position.file()));
        if (!isNeeded) {
            return problems;
        }
        EsbuildBuild.Settings usual =
                settings(target, entries, GeneratedModules.of(project), ExternalPackages.of(project));
        List<String> flags = new ArrayList<>(usual.flags());
        flags.add("--metafile");
        EsbuildMessages.unresolved(problems).forEach(path -> flags.add("--external:" + path));
        EsbuildBuild.Settings settings =
                new EsbuildBuild.Settings(usual.root(), usual.entries(), flags, usual.plugins());
        try (EsbuildBuild build = await(EsbuildBuild.open(service, settings))) {
            JsonNode metafile = await(build.rebuild()).path("metafile");
            if (!metafile.isString()) {
                return problems;
            }
            JsonNode inputs = MAPPER.readTree(metafile.stringValue()).path("inputs");
            ImportChains chains = new ImportChains(project.root(), inputs, files);
            return problems.stream().map(chains::explained).toList();
        }
    }

    /// Ends esbuild from any thread; what it was asked fails.
    void stop() {
        service.close();
    }

    @Override
    public void close() {
        builds.values().forEach(kept -> kept.build.close());
        builds.clear();
        service.close();
    }

    private EsbuildBuild.Settings settings(
            BuildTarget target, List<Path> entries, GeneratedModules generated, ExternalPackages external) {
        List<BuildPlugin> plugins = new ArrayList<>();
        if (generated.isNeeded()) {
            plugins.add(generated.plugin());
        }
        if (target.environment() == Environment.CONVEX) {
            plugins.add(ConvexPlugins.asyncHooks());
        }
        plugins.add(ConvexPlugins.serverOnly());
        if (target.environment() == Environment.NODE && !external.isEmpty()) {
            plugins.add(external.plugin());
        }
        plugins.add(ConvexPlugins.wasm());
        return new EsbuildBuild.Settings(project.root(), entries, target.flags(project.functions(), profile), plugins);
    }

    private static <T> T await(CompletableFuture<T> future) throws EsbuildException {
        try {
            return future.get(LONGEST_BUILD_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EsbuildException cause
                    ? cause
                    : new EsbuildException("esbuild's answer could not be used: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new EsbuildException("esbuild did not end a build within " + LONGEST_BUILD_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EsbuildException("The build was interrupted.", e);
        }
    }

    private record Kept(EsbuildBuild build, List<Path> entries, GeneratedModules generated, ExternalPackages external) {
        boolean isFor(List<Path> wanted, GeneratedModules nowGenerated, ExternalPackages nowExternal) {
            return entries.equals(wanted) && generated.equals(nowGenerated) && external.equals(nowExternal);
        }
    }
}
