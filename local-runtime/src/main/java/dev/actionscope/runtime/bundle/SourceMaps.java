package dev.actionscope.runtime.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads source maps (version 3, without sections), as esbuild writes them.
public final class SourceMaps {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private SourceMaps() {}

    /// A map of nothing.
    public static SourceMap empty() {
        return FlatSourceMap.EMPTY;
    }

    /// The map of that module, its sources named relative to the project. It is decoded when it is first asked
    /// something; one that is broken or hostile is empty.
    ///
    /// @param json text of the map
    /// @param module path as Convex names it, as in `dir/mod.js`; esbuild put it into the project's folder `out`
    public static SourceMap parse(String json, String module) {
        return new LazySourceMap(json, module);
    }

    static SourceMap decode(String json, String module) {
        try {
            JsonNode map = MAPPER.readTree(json);
            JsonNode mappings = map.path("mappings");
            if (!mappings.isString()) {
                return empty();
            }
            List<@Nullable String> sources = sources(map, "out/" + module);
            int[] rows = new MappingsDecoder(mappings.stringValue(), sources.size()).rows();
            return rows.length == 0 ? empty() : new FlatSourceMap(rows, sources);
        } catch (JacksonException e) {
            System.getLogger(SourceMaps.class.getName())
                    .log(System.Logger.Level.DEBUG, "unusable source map of " + module, e);
            return empty();
        }
    }

    /// Names in the order of the map; null for what is no file on disk.
    private static List<@Nullable String> sources(JsonNode map, String modulePath) {
        String root = map.path("sourceRoot").asString("");
        String folder = modulePath.substring(0, modulePath.lastIndexOf('/') + 1);
        List<@Nullable String> sources = new ArrayList<>();
        for (JsonNode source : map.path("sources")) {
            String text = source.isString() ? source.stringValue() : "";
            String path = root.isEmpty() || root.endsWith("/") ? root + text : root + "/" + text;
            sources.add(text.isEmpty() ? null : relative(folder, path));
        }
        return sources;
    }

    /// A source's path relative to the project, or null when it is made up by a plugin (`namespace:path`).
    private static @Nullable String relative(String folder, String source) {
        boolean isDrive = source.length() > 2 && source.charAt(1) == ':';
        if (source.startsWith("/") || isDrive) {
            return source;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + source).split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.stream().anyMatch(part -> SCHEME.matcher(part).matches()) ? null : String.join("/", parts);
    }
}
