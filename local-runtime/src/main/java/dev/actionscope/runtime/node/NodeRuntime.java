package dev.actionscope.runtime.node;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.IsolateLimits;
import dev.actionscope.runtime.isolate.RunningCall;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Runs `"use node"` functions in the user's own Node: a process for each call, the next one started ahead.
/// Thread-safe.
public final class NodeRuntime implements AutoCloseable {
    /// What to tell a user who has no Node.
    public static final String NO_NODE =
            "This function runs in Node.js (\"use node\") and no `node` was found: install Node.js 20 or newer.";

    private static final long ANALYSIS_SECONDS = 10;

    private final Path folder;
    private final Path program;
    private @Nullable NodeBundle written;
    private @Nullable NodeProcess spare;

    private NodeRuntime(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    /// Prepares a folder for what Node has to find on disk. Nothing is started yet.
    ///
    /// @throws IOException when the folder cannot be made
    public static NodeRuntime open() throws IOException {
        Path folder = Files.createTempDirectory("actionscope-node-");
        Path program = folder.resolve("node-host.mjs");
        try (var source = NodeRuntime.class.getResourceAsStream("node-host.mjs")) {
            if (source == null) {
                throw new IOException("node-host.mjs is missing from the program");
            }
            Files.copy(source, program);
        }
        return new NodeRuntime(folder, program);
    }

    /// What the Node modules of a bundle export.
    ///
    /// @param functions without those of modules that failed
    /// @param failures by module path
    public record NodeAnalysis(List<FunctionInfo> functions, Map<String, RunError> failures) {}

    /// Loads every Node module and tells what it exports. Runs user code.
    ///
    /// @param environment what `process.env` holds
    /// @throws IOException with one line for the user when Node cannot be started
    public NodeAnalysis analyze(Bundle bundle, Map<String, String> environment) throws IOException {
        List<String> modules = bundle.entryPoints().stream()
                .filter(path -> isNode(bundle.modules().get(path)))
                .toList();
        if (modules.isEmpty()) {
            return new NodeAnalysis(List.of(), Map.of());
        }
        NodeBundle files = files(bundle);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        try (NodeProcess process = NodeProcess.start(program, folder, files)) {
            process.listen(new NodeProcess.Listener() {
                @Override
                public void heard(JsonNode message) {
                    if (message.path("type").asString().equals("analyzed")) {
                        answer.complete(message);
                    }
                }

                @Override
                public void ended(String reason) {
                    answer.completeExceptionally(new IOException(reason));
                }
            });
            ObjectNode request = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "analyze")
                    .put("root", files.root().toString());
            ArrayNode names = request.putArray("modules");
            modules.forEach(names::add);
            environment(request, environment);
            process.send(request);
            return read(answer.get(ANALYSIS_SECONDS, TimeUnit.SECONDS), bundle, files);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IOException("Node did not finish loading the \"use node\" modules: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Node was loading modules", e);
        }
    }

    private static NodeAnalysis read(JsonNode analyzed, Bundle bundle, NodeBundle files) {
        List<FunctionInfo> functions = new ArrayList<>();
        Map<String, RunError> failures = new LinkedHashMap<>();
        for (JsonNode failure : analyzed.path("failures")) {
            String module = failure.path("module").asString();
            RunError error = files.error(failure);
            failures.put(
                    module, new RunError("Failed to analyze " + module + ": " + error.message(), null, error.frames()));
        }
        for (JsonNode found : analyzed.path("found")) {
            String module = found.path("module").asString();
            String kind = found.path("kind").asString();
            if (!kind.equals("action")) {
                failures.put(module, notAnAction(found, module, kind));
                continue;
            }
            JsonNode returns = found.path("returns");
            functions.add(new FunctionInfo(
                    module.substring(0, module.length() - 3) + ":"
                            + found.path("name").asString(),
                    FunctionKind.ACTION,
                    found.path("isPublic").asBoolean(),
                    Environment.NODE,
                    found.path("args"),
                    returns.isNull() ? null : returns,
                    HandlerPosition.find(
                            bundle.modules().get(module), found.path("source").asString())));
        }
        return new NodeAnalysis(functions, failures);
    }

    private static RunError notAnAction(JsonNode found, String module, String kind) {
        return new RunError(
                "`" + found.path("name").asString() + "` defined in \"" + module + "\" is a "
                        + (kind.equals("query") ? "Query" : "Mutation")
                        + " function. Only actions can be defined in Node.js."
                        + " See https://docs.convex.dev/functions/actions for more details.",
                null,
                List.of());
    }

    /// Calls one action in a fresh process; returns at once.
    public RunningCall call(
            Bundle bundle, FunctionCall call, Seam seam, IsolateLimits limits, Map<String, String> environment) {
        try {
            NodeBundle files = files(bundle);
            NodeProcess process = take(files);
            ObjectNode request = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "run")
                    .put("root", files.root().toString())
                    .put("module", call.modulePath())
                    .put("name", call.export())
                    .put("args", call.argumentsJson())
                    .put("requestId", call.requestId());
            environment(request, environment);
            return NodeCall.start(process, request, seam, limits, files);
        } catch (IOException e) {
            return NodeCall.failed(e);
        }
    }

    private static void environment(ObjectNode request, Map<String, String> environment) {
        ObjectNode env = request.putObject("env");
        environment.forEach(env::put);
    }

    private static boolean isNode(@Nullable BundledModule module) {
        return module != null && module.environment() == Environment.NODE;
    }

    private synchronized NodeProcess take(NodeBundle files) throws IOException {
        NodeProcess taken = spare != null && spare.isAlive() ? spare : NodeProcess.start(program, folder, files);
        spare = NodeProcess.start(program, folder, files);
        return taken;
    }

    private synchronized NodeBundle files(Bundle bundle) throws IOException {
        if (written == null || !written.hash().equals(bundle.hash())) {
            written = NodeBundle.write(folder.resolve(bundle.hash()), bundle);
        }
        return written;
    }

    @Override
    public synchronized void close() {
        if (spare != null) {
            spare.close();
            spare = null;
        }
        NodeBundle.delete(folder);
    }
}
