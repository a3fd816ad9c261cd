package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BuildPlugin.Hook;
import dev.actionscope.runtime.project.PackageJson;
import dev.actionscope.runtime.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The packages that stay imports in "use node" modules, by `node.externalPackages` of convex.json: named there (or
/// all, by `*`), named by package.json with a version rather than a path or an address, and installed.
///
/// @param folders by package name
record ExternalPackages(Map<String, Path> folders) {
    static ExternalPackages of(Project project) {
        List<String> wanted = project.externalPackages();
        if (wanted.isEmpty()) {
            return new ExternalPackages(Map.of());
        }
        Map<String, Path> folders = PackageJson.read(project.root()).dependencies().stream()
                .filter(entry -> wanted.contains("*") || wanted.contains(entry.getKey()))
                .filter(entry -> !entry.getKey().equals("convex") && isFromRegistry(entry.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .filter(name -> Files.exists(folder(project, name)))
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> folder(project, name)));
        return new ExternalPackages(folders);
    }

    boolean isEmpty() {
        return folders.isEmpty();
    }

    BuildPlugin plugin() {
        return new BuildPlugin("convex-node-externals", List.of(new Hook("^[^.]", "file", this::resolve)), List.of());
    }

    /// The package an import names, as in `@scope/name` of `@scope/name/part`.
    static String packageName(String path) {
        String[] parts = path.split("/", 3);
        return path.startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    }

    private @Nullable ObjectNode resolve(JsonNode request) {
        String path = ConvexPlugins.text(request, "path");
        String name = packageName(path);
        Path expected = folders.get(name);
        if (expected == null || !expected.equals(nearest(Path.of(ConvexPlugins.text(request, "resolveDir")), name))) {
            return null;
        }
        return JsonNodeFactory.instance.objectNode().put("path", path).put("external", true);
    }

    private static @Nullable Path nearest(Path from, String name) {
        return Stream.iterate(from, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("node_modules").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static boolean isFromRegistry(String version) {
        return Stream.of(
                        "file:",
                        "git+file://",
                        "http://",
                        "https://",
                        "git://",
                        "git+ssh://",
                        "git+http://",
                        "git+https://")
                .noneMatch(version::startsWith);
    }

    private static Path folder(Project project, String name) {
        return project.root().resolve("node_modules").resolve(name);
    }
}
