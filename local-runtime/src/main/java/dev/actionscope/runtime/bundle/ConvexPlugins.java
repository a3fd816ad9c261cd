package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildPlugin.Hook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Convex's bundler does to some imports, as esbuild plugins.
final class ConvexPlugins {
    static final String SHIM = "async-hooks-shim";
    static final String SERVER_ONLY = "server-only-stub";
    static final String WASM_STUB = "wasm-stub";
    static final String WASM_BINARY = "wasm-binary";

    private ConvexPlugins() {}

    /// `node:async_hooks` gives the two classes that Convex's own runtime has as globals.
    static BuildPlugin asyncHooks() {
        String text = """
                export const AsyncLocalStorage = globalThis.AsyncLocalStorage;
                export const AsyncResource = globalThis.AsyncResource;
                export default { AsyncLocalStorage, AsyncResource };
                """;
        return new BuildPlugin(
                "convex-async-hooks-shim",
                List.of(new Hook("^(node:)?async_hooks$", "", request -> samePath(request, SHIM))),
                List.of(new Hook(".*", SHIM, request -> module(text))));
    }

    /// `server-only`, with which Next.js guards modules, is empty.
    static BuildPlugin serverOnly() {
        return new BuildPlugin(
                "convex-server-only",
                List.of(new Hook("^server-only$", "", request -> samePath(request, SERVER_ONLY))),
                List.of(new Hook(".*", SERVER_ONLY, request -> module(""))));
    }

    /// A `.wasm` file is a `WebAssembly.Module`.
    static BuildPlugin wasm() {
        return new BuildPlugin(
                "convex-wasm",
                List.of(new Hook("\\.wasm$", "", ConvexPlugins::resolveWasm)),
                List.of(
                        new Hook(
                                ".*",
                                WASM_STUB,
                                request -> module("import bytes from "
                                        + JsonNodeFactory.instance.stringNode(text(request, "path"))
                                        + ";\nexport default new WebAssembly.Module(bytes);\n")),
                        new Hook(
                                ".*",
                                WASM_BINARY,
                                request -> JsonNodeFactory.instance
                                        .objectNode()
                                        .put("contents", Files.readAllBytes(Path.of(text(request, "path"))))
                                        .put("loader", "binary"))));
    }

    private static @Nullable ObjectNode resolveWasm(JsonNode request) {
        if (text(request, "namespace").equals(WASM_STUB)) {
            return samePath(request, WASM_BINARY);
        }
        String folder = text(request, "resolveDir");
        if (folder.isEmpty()) {
            return null;
        }
        Path path = Path.of(folder).resolve(text(request, "path")).normalize();
        return resolved(path.toString(), WASM_STUB);
    }

    static ObjectNode module(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("contents", text.getBytes(StandardCharsets.UTF_8))
                .put("loader", "js");
    }

    static ObjectNode resolved(String path, String namespace) {
        return JsonNodeFactory.instance.objectNode().put("path", path).put("namespace", namespace);
    }

    static String text(JsonNode request, String field) {
        return request.path(field).asString("");
    }

    private static ObjectNode samePath(JsonNode request, String namespace) {
        return resolved(text(request, "path"), namespace);
    }
}
