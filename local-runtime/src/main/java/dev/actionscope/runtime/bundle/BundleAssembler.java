package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BundledModule.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes bundles of esbuild's output files. A module that did not change since the last bundle stays the same object,
/// decoded source map and all; one that esbuild no longer makes is gone.
final class BundleAssembler {
    private static final String MAP = ".map";
    private final Path outFolder;
    private Map<String, Made> made = new HashMap<>();

    BundleAssembler(Path root) {
        this.outFolder = root.resolve("out");
    }

    /// @param outputs `outputFiles` of each build
    Bundle assemble(Map<BuildTarget, JsonNode> outputs, List<String> entryPoints) {
        Map<String, Made> now = new HashMap<>();
        outputs.forEach((target, files) -> collect(target.environment(), files, now));
        made = now;
        Map<String, BundledModule> modules = new TreeMap<>();
        now.forEach((path, module) -> modules.put(path, module.module));
        return new Bundle(hash(modules), modules, entryPoints.stream().sorted().toList());
    }

    private void collect(Environment environment, JsonNode files, Map<String, Made> into) {
        Map<String, JsonNode> byPath = new TreeMap<>();
        for (JsonNode file : files) {
            Path path = outFolder.relativize(Path.of(file.path("path").asString("")));
            byPath.put(path.toString().replace('\\', '/'), file);
        }
        byPath.forEach((path, file) -> {
            if (!path.endsWith(MAP)) {
                into.put(path, module(path, environment, file, byPath.get(path + MAP)));
            }
        });
    }

    private Made module(String path, Environment environment, JsonNode file, @Nullable JsonNode map) {
        String hash = environment
                + file.path("hash").asString("")
                + (map == null ? "" : map.path("hash").asString(""));
        Made before = made.get(path);
        boolean isHashed = file.hasNonNull("hash");
        if (isHashed && before != null && before.hash.equals(hash)) {
            return before;
        }
        SourceMap sourceMap = map == null ? SourceMaps.empty() : SourceMaps.parse(text(map), path);
        return new Made(hash, new BundledModule(path, text(file), sourceMap, environment));
    }

    private static String text(JsonNode file) {
        return new String(file.path("contents").binaryValue(), StandardCharsets.UTF_8);
    }

    private static String hash(Map<String, BundledModule> modules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            modules.forEach((path, module) -> {
                String head = path
                        + '\0'
                        + module.environment()
                        + '\0'
                        + module.source().length()
                        + '\0';
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(module.source().getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// @param hash as esbuild gave it, of the text and its map
    private record Made(String hash, BundledModule module) {}
}
