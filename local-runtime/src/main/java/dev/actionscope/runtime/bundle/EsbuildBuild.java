package dev.actionscope.runtime.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One build that esbuild keeps warm: files it has seen and that did not change are not parsed again.
/// One rebuild at a time.
final class EsbuildBuild implements EsbuildService.Callbacks, AutoCloseable {
    private final EsbuildService service;
    private final List<BuildPlugin.Hook> hooks;
    private final int key;
    private volatile @Nullable JsonNode newest;

    private EsbuildBuild(EsbuildService service, List<BuildPlugin> plugins) {
        this.service = service;
        this.hooks = BuildPlugin.hooks(plugins);
        this.key = service.register(this);
    }

    /// What to build.
    ///
    /// @param root esbuild's working directory: paths in its output are relative to it
    /// @param flags as on esbuild's command line
    record Settings(Path root, List<Path> entries, List<String> flags, List<BuildPlugin> plugins) {}

    /// Prepares a build; nothing is read yet.
    static CompletableFuture<EsbuildBuild> open(EsbuildService service, Settings settings) {
        EsbuildBuild build = new EsbuildBuild(service, settings.plugins());
        ObjectNode request = build.command("build");
        ArrayNode entries = request.putArray("entries");
        settings.entries().forEach(entry -> entries.addArray().add("").add(entry.toString()));
        ArrayNode flags = request.putArray("flags");
        settings.flags().forEach(flags::add);
        request.put("write", false).putNull("stdinContents").putNull("stdinResolveDir");
        request.put("absWorkingDir", settings.root().toString());
        request.putArray("nodePaths");
        request.put("context", true);
        request.set("plugins", BuildPlugin.declare(settings.plugins()));
        return service.request(request).thenCompose(answer -> {
            JsonNode errors = answer.path("errors");
            if (errors.isEmpty()) {
                return CompletableFuture.completedFuture(build);
            }
            service.unregister(build.key);
            String text = errors.get(0).path("text").asString("");
            return CompletableFuture.failedFuture(new EsbuildException("esbuild refused its options: " + text, null));
        });
    }

    /// Builds anew: `errors`, `warnings`, `outputFiles`.
    CompletableFuture<JsonNode> rebuild() {
        return service.request(command("rebuild")).thenCompose(answer -> {
            JsonNode result = newest;
            newest = null;
            return result == null
                    ? CompletableFuture.failedFuture(
                            new EsbuildException("esbuild ended a build without saying what came of it.", null))
                    : CompletableFuture.completedFuture(result);
        });
    }

    @Override
    public ObjectNode answer(String command, JsonNode request) throws IOException {
        return switch (command) {
            case "on-resolve", "on-load" -> ask(request);
            case "on-end" -> {
                newest = request;
                yield nothingWrong();
            }
            case "on-start" -> nothingWrong();
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    @Override
    public void close() {
        if (service.isAlive()) {
            service.request(command("dispose")).whenComplete((answer, failure) -> service.unregister(key));
        }
    }

    private ObjectNode ask(JsonNode request) throws IOException {
        for (JsonNode id : request.path("ids")) {
            ObjectNode answer = hooks.get(id.intValue()).answer().to(request);
            if (answer != null) {
                return answer.put("id", id.intValue());
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode nothingWrong() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("errors");
        answer.putArray("warnings");
        return answer;
    }

    private ObjectNode command(String name) {
        return JsonNodeFactory.instance.objectNode().put("command", name).put("key", key);
    }
}
