package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.analysis.Analysis.HttpRoute;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The analysis of one bundle: module after module in one isolate, in a new one after a module that had to be stopped.
final class BundleAnalysis {
    private static final List<String> SPECIAL = List.of("schema.js", "auth.config.js");
    private static final Comparator<FunctionInfo> ORDER = Comparator.comparing(FunctionInfo::module)
            .thenComparing(FunctionInfo::position, Comparator.nullsLast(BundleAnalysis::compare));

    private final Bundle bundle;
    private final Seam seam;
    private final Deque<String> remaining = new ArrayDeque<>();
    private final List<FunctionInfo> functions = new ArrayList<>();
    private final List<HttpRoute> routes = new ArrayList<>();
    private final Map<String, RunError> failures = new TreeMap<>();
    private @Nullable JsonNode schema;
    private @Nullable JsonNode crons;
    private @Nullable JsonNode authConfig;
    private CompletableFuture<Boolean> task = new CompletableFuture<>();

    BundleAnalysis(Bundle bundle, Seam seam) {
        this.bundle = bundle;
        this.seam = seam;
        TreeSet<String> paths = new TreeSet<>(bundle.entryPoints());
        paths.addAll(SPECIAL);
        for (String path : paths) {
            BundledModule module = bundle.modules().get(path);
            if (module != null && module.environment() == Environment.CONVEX) {
                remaining.add(path);
            }
        }
    }

    Bundle bundle() {
        return bundle;
    }

    Seam seam() {
        return seam;
    }

    boolean isComplete() {
        return remaining.isEmpty();
    }

    /// What an isolate is to do next.
    IsolateTask next() {
        task = new CompletableFuture<>();
        return new AnalysisTask(this, task);
    }

    /// Waits until the isolate has done what it could.
    void awaitTask() {
        task.join();
    }

    @Nullable
    String nextModule() {
        return remaining.poll();
    }

    void add(FunctionInfo function) {
        functions.add(function);
    }

    void add(HttpRoute route) {
        routes.add(route);
    }

    void schema(@Nullable JsonNode export) {
        schema = export;
    }

    void crons(@Nullable JsonNode export) {
        crons = export;
    }

    void authConfig(@Nullable JsonNode export) {
        authConfig = export;
    }

    void failed(String module, RunError error) {
        failures.put(
                module,
                new RunError("Failed to analyze " + module + ": " + error.message(), error.data(), error.frames()));
    }

    Analysis result() {
        functions.sort(ORDER);
        return new Analysis(functions, schema, crons, authConfig, routes, failures);
    }

    private static int compare(SourcePosition a, SourcePosition b) {
        return a.line() != b.line() ? Integer.compare(a.line(), b.line()) : Integer.compare(a.column(), b.column());
    }
}
