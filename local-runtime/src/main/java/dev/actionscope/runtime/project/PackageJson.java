package dev.actionscope.runtime.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A package.json. One that is missing or broken counts as empty: npm is the one to complain about it.
public final class PackageJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> DEPENDENCIES =
            List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

    private final JsonNode content;

    private PackageJson(JsonNode content) {
        this.content = content;
    }

    /// Reads the package.json in that folder.
    public static PackageJson read(Path folder) {
        try {
            return new PackageJson(MAPPER.readTree(Files.readString(folder.resolve("package.json"))));
        } catch (NoSuchFileException e) {
            return new PackageJson(MissingNode.getInstance());
        } catch (IOException | JacksonException e) {
            System.getLogger(PackageJson.class.getName())
                    .log(System.Logger.Level.DEBUG, "unusable package.json in " + folder, e);
            return new PackageJson(MissingNode.getInstance());
        }
    }

    /// The package's name, empty when there is none.
    public String name() {
        return text("name");
    }

    /// The package's version, empty when there is none.
    public String version() {
        return text("version");
    }

    /// The package manager it asks for, as in `pnpm@9.1.0`; empty when it asks for none.
    public String packageManager() {
        return text("packageManager");
    }

    /// Whether any kind of dependency names that package.
    public boolean dependsOn(String packageName) {
        return dependencies().stream().anyMatch(entry -> entry.getKey().equals(packageName));
    }

    /// All dependencies of every kind, name to wanted version, in the order of the file.
    public List<Map.Entry<String, String>> dependencies() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        for (String kind : DEPENDENCIES) {
            for (Map.Entry<String, JsonNode> entry : content.path(kind).properties()) {
                all.add(Map.entry(entry.getKey(), entry.getValue().asString("")));
            }
        }
        return all;
    }

    private String text(String field) {
        JsonNode value = content.path(field);
        return value.isString() ? value.stringValue() : "";
    }
}
