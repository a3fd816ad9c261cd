package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The name of a function, as `npx convex run` takes it; [#toString()] is the form Convex itself uses.
///
/// @param module path without extension, as in `dir/mod`
/// @param export the export's name, `default` when none was given
public record FunctionPath(String module, String export) {
    private static final Pattern EXTENSION = Pattern.compile("\\.(ts|js|tsx|jsx|mts|mjs|cts|cjs)$");
    private static final int MOST_NEAR_NAMES = 3;

    /// Reads `messages:sendGif`, `api.a.b.fn`, `internal.a.fn`, `dir/mod`, `convex/dir/mod:fn`, `mod.ts:fn`; the
    /// functions folder is taken to be `convex`.
    public static FunctionPath parse(String text) throws ProjectException {
        return parse(text, "convex", file -> false);
    }

    /// The same, with the functions folder of that project: its name before a path is left away, unless it holds a
    /// folder of the same name with that module in it.
    public static FunctionPath parse(String text, Project project) throws ProjectException {
        return parse(
                text,
                project.functionsFolder(),
                file -> Files.exists(project.functions().resolve(file)));
    }

    /// Those of the known names that a person may have meant, the likeliest first; at most three.
    public static List<String> nearest(String wanted, Collection<String> known) {
        String name = EditDistance.comparable(wanted);
        record Near(String name, int distance) {}
        return known.stream()
                .map(candidate -> new Near(candidate, EditDistance.ofNames(name, candidate)))
                .filter(near -> near.distance <= Math.max(2, name.length() / 4))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST_NEAR_NAMES)
                .map(Near::name)
                .toList();
    }

    @Override
    public String toString() {
        return module + ":" + export;
    }

    private static FunctionPath parse(String text, String functionsFolder, Predicate<String> exists)
            throws ProjectException {
        String name = text.strip().replace('\\', '/');
        boolean isDotted = (name.startsWith("api.") || name.startsWith("internal."))
                && name.indexOf(':') < 0
                && name.indexOf('/') < 0;
        return isDotted ? dotted(text, name) : slashed(text, name, functionsFolder, exists);
    }

    private static FunctionPath dotted(String text, String name) throws ProjectException {
        List<String> parts = List.of(name.split("\\.", -1));
        if (parts.size() < 3 || parts.stream().anyMatch(String::isBlank)) {
            throw unreadable(text);
        }
        return new FunctionPath(String.join("/", parts.subList(1, parts.size() - 1)), parts.getLast());
    }

    private static FunctionPath slashed(String text, String name, String folder, Predicate<String> exists)
            throws ProjectException {
        int colon = name.indexOf(':');
        String file = colon < 0 ? name : name.substring(0, colon);
        String export = colon < 0 ? "default" : name.substring(colon + 1);
        while (file.startsWith("./")) {
            file = file.substring(2);
        }
        String prefix = folder + "/";
        if (file.startsWith(prefix) && !existsBelow(file, exists)) {
            file = file.substring(prefix.length());
        }
        String module = EXTENSION.matcher(file).replaceFirst("");
        boolean isPath = !module.isBlank() && !module.startsWith("/") && !module.endsWith("/");
        if (!isPath || export.isBlank() || export.indexOf(':') >= 0 || module.contains("//")) {
            throw unreadable(text);
        }
        return new FunctionPath(module, export);
    }

    private static boolean existsBelow(String file, Predicate<String> exists) {
        if (EXTENSION.matcher(file).find()) {
            return exists.test(file);
        }
        return List.of(".ts", ".js", ".tsx", ".jsx", ".mts", ".mjs", ".cts", ".cjs").stream()
                .anyMatch(extension -> exists.test(file + extension));
    }

    private static ProjectException unreadable(String text) {
        return new ProjectException(
                Code.FUNCTION_NAME,
                "`" + text + "` is not the name of a function: write it as `dir/module:function` or"
                        + " `api.dir.module.function`.",
                null);
    }
}
