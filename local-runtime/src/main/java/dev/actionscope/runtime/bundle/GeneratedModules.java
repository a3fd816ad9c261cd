package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildPlugin.Hook;
import dev.actionscope.runtime.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The modules of `_generated` that `npx convex dev` has not written yet, made up in memory and never on disk.
///
/// @param missing names of those that have no file
record GeneratedModules(Path folder, String folderName, List<String> missing) {
    static final String NAMESPACE = "convex-generated";

    private static final Map<String, String> TEXTS = Map.of("api", """
            import { anyApi } from "convex/server";
            import * as convexServer from "convex/server";
            export const api = anyApi;
            export const internal = anyApi;
            export const components = /* @__PURE__ */ (() => convexServer.componentsGeneric())();
            """, "server", """
            export {
              queryGeneric as query,
              mutationGeneric as mutation,
              actionGeneric as action,
              internalQueryGeneric as internalQuery,
              internalMutationGeneric as internalMutation,
              internalActionGeneric as internalAction,
              httpActionGeneric as httpAction,
            } from "convex/server";
            export const env = /* @__PURE__ */ (() => process.env)();
            """);
    private static final Pattern IMPORT = Pattern.compile("(.*)_generated/(api|server)(?:\\.js|\\.ts)?");
    private static final List<String> EXTENSIONS = List.of(".ts", ".js", ".tsx", ".mts", ".mjs");

    /// Looks at the disk.
    static GeneratedModules of(Project project) {
        Path folder = project.functions().resolve("_generated");
        List<String> missing = new TreeMap<>(TEXTS)
                .keySet().stream()
                        .filter(name -> EXTENSIONS.stream().noneMatch(end -> Files.exists(folder.resolve(name + end))))
                        .toList();
        return new GeneratedModules(folder, project.functionsFolder() + "/_generated", missing);
    }

    boolean isNeeded() {
        return !missing.isEmpty();
    }

    BuildPlugin plugin() {
        return new BuildPlugin(
                "actionscope-generated",
                List.of(new Hook("(^|/)_generated/(api|server)(\\.js|\\.ts)?$", "", this::resolve)),
                List.of(new Hook(".*", NAMESPACE, request -> load(ConvexPlugins.text(request, "path")))));
    }

    private @Nullable ObjectNode resolve(JsonNode request) {
        String path = ConvexPlugins.text(request, "path");
        Matcher parts = IMPORT.matcher(path);
        if (!parts.matches() || !missing.contains(parts.group(2))) {
            return null;
        }
        boolean isRelative = path.startsWith(".");
        String importer = ConvexPlugins.text(request, "importer").replace('\\', '/');
        boolean isMeant = isRelative
                ? Path.of(ConvexPlugins.text(request, "resolveDir"))
                        .resolve(parts.group(1) + "_generated")
                        .normalize()
                        .equals(folder)
                : !importer.contains("/node_modules/");
        return isMeant
                ? ConvexPlugins.resolved(folder.resolve(parts.group(2) + ".js").toString(), NAMESPACE)
                : null;
    }

    private ObjectNode load(String path) {
        String file = String.valueOf(Path.of(path).getFileName());
        String text = TEXTS.getOrDefault(file.substring(0, file.length() - ".js".length()), "");
        return ConvexPlugins.module(text).put("resolveDir", String.valueOf(folder.getParent()));
    }
}
