package dev.actionscope.runtime.bundle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
            return decode(mappings.stringValue(), sources(map, "out/" + module));
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

    private static SourceMap decode(String mappings, List<@Nullable String> sources) {
        Vlq in = new Vlq(mappings);
        Columns columns = new Columns();
        int line = 0;
        int source = 0;
        int sourceLine = 0;
        int sourceColumn = 0;
        int column = 0;
        while (!in.isAtEnd()) {
            if (in.skip(';')) {
                line++;
                column = 0;
                continue;
            }
            if (in.skip(',')) {
                continue;
            }
            int step = in.next();
            column += step;
            boolean isMapped = in.isAtNumber();
            if (isMapped) {
                source += in.next();
                sourceLine += in.next();
                sourceColumn += in.next();
                if (in.isAtNumber()) {
                    in.next();
                }
            }
            boolean isSane = column >= 0 && source >= 0 && sourceLine >= 0 && sourceColumn >= 0;
            if (in.isBroken()
                    || !isSane
                    || !columns.add(line, column, isMapped ? source : -1, sourceLine, sourceColumn)
                    || (isMapped && source >= sources.size())) {
                return empty();
            }
        }
        return columns.count == 0 ? empty() : columns.toMap(sources);
    }

    /// Growing columns of numbers, one row for each mapping, in the order of the generated text.
    private static final class Columns {
        private static final int WIDTH = 5;
        private int[] rows = new int[1024];
        private int count;

        boolean add(int line, int column, int source, int sourceLine, int sourceColumn) {
            int at = count * WIDTH;
            if (count > 0 && rows[at - WIDTH] == line && rows[at - WIDTH + 1] > column) {
                return false;
            }
            if (at + WIDTH > rows.length) {
                rows = Arrays.copyOf(rows, rows.length * 2);
            }
            rows[at] = line;
            rows[at + 1] = column;
            rows[at + 2] = source;
            rows[at + 3] = sourceLine;
            rows[at + 4] = sourceColumn;
            count++;
            return true;
        }

        SourceMap toMap(List<@Nullable String> sources) {
            return new FlatSourceMap(Arrays.copyOf(rows, count * WIDTH), sources);
        }
    }

    /// Base 64 numbers of variable length. Anything else makes it broken for good.
    private static final class Vlq {
        private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        private static final byte[] VALUES = new byte[128];

        static {
            Arrays.fill(VALUES, (byte) -1);
            for (int i = 0; i < DIGITS.length(); i++) {
                VALUES[DIGITS.charAt(i)] = (byte) i;
            }
        }

        private final String text;
        private int at;
        private boolean isBroken;

        Vlq(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        boolean isBroken() {
            return isBroken;
        }

        boolean isAtNumber() {
            return at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';';
        }

        boolean skip(char c) {
            if (text.charAt(at) != c) {
                return false;
            }
            at++;
            return true;
        }

        int next() {
            long value = 0;
            for (int shift = 0; shift < 35 && isAtNumber(); shift += 5) {
                char c = text.charAt(at++);
                int digit = c < VALUES.length ? VALUES[c] : -1;
                if (digit < 0) {
                    break;
                }
                value |= (long) (digit & 31) << shift;
                if (digit < 32) {
                    long magnitude = value >>> 1;
                    isBroken |= magnitude > Integer.MAX_VALUE;
                    return (int) ((value & 1) == 0 ? magnitude : -magnitude);
                }
            }
            isBroken = true;
            return 0;
        }
    }
}
