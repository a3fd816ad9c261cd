package dev.actionscope.runtime.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a functions folder that Convex bundles, by the rules of its command line
/// (`src/bundler/index.ts` of the `convex` package, 1.48).
///
/// @param functions in the order of the folder
/// @param schema `schema.ts` or `schema.js`, bundled alone; null when there is none
/// @param authConfig `auth.config.ts` or `auth.config.js`, bundled alone; null when there is none
/// @param problems any of these makes a build fail
/// @param warnings what builds here, but that Convex does not deploy or does not call
public record EntryPoints(
        List<EntryPoint> functions,
        @Nullable Path schema,
        @Nullable Path authConfig,
        List<EntryPointProblem> problems,
        List<EntryPointProblem> warnings) {
    private static final List<String> EXTENSIONS =
            List.of(".js", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".jsx");
    private static final Set<String> NEVER_NODE = Set.of("http", "crons", "schema", "auth.config");
    private static final Pattern IMPORT_OR_EXPORT = Pattern.compile("^\\s{0,100}(import|export)", Pattern.MULTILINE);

    private static final Pattern MODULE_PART = Pattern.compile("[A-Za-z0-9_.]{1,64}");
    private static final Pattern HTTP_ROUTER =
            Pattern.compile("import\\s*\\{[^}]*\\bhttpRouter\\b[^}]*}\\s*from\\s*[\"']convex/server[\"']");

    public EntryPoints {
        functions = List.copyOf(functions);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /// Reads the functions folder.
    public static EntryPoints scan(Project project) throws ProjectException {
        Scan scan = new Scan(project);
        scan.folder(project.functions(), "");
        return scan.result();
    }

    private static final class Scan {
        private final Project project;
        private final List<EntryPoint> functions = new ArrayList<>();
        private final List<EntryPointProblem> problems = new ArrayList<>();
        private final List<EntryPointProblem> warnings = new ArrayList<>();
        private final Map<String, String> fileByModule = new HashMap<>();

        Scan(Project project) {
            this.project = project;
        }

        EntryPoints result() {
            Path schema = firstExisting("schema.ts", "schema.js");
            Path authConfig = firstExisting("auth.config.ts", "auth.config.js");
            if (authConfig != null && authConfig.endsWith("auth.config.ts") && exists("auth.config.js")) {
                problem(
                        project.relative(authConfig),
                        "There are both auth.config.ts and auth.config.js: remove one of them.");
            }
            return new EntryPoints(functions, schema, authConfig, problems, warnings);
        }

        void folder(Path folder, String prefix) throws ProjectException {
            for (Path child : children(folder)) {
                String name = String.valueOf(child.getFileName());
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    boolean isComponent = Files.exists(child.resolve("convex.config.ts"));
                    if (!isComponent && !name.equals("node_modules")) {
                        folder(child, prefix + name + "/");
                    }
                } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    file(child, prefix + name, name);
                }
            }
        }

        private void file(Path path, String relative, String name) throws ProjectException {
            if (relative.startsWith("_deps/")) {
                problem(
                        project.relative(path),
                        "The folder _deps is reserved for bundled dependencies: move this file elsewhere.");
                return;
            }
            if (isSkipped(relative, name)) {
                return;
            }
            String source = read(path);
            boolean isTypeScript = name.endsWith(".ts") || name.endsWith(".tsx");
            if (source == null
                    || (isTypeScript && !IMPORT_OR_EXPORT.matcher(source).find())) {
                return;
            }
            if (relative.startsWith("https.") && HTTP_ROUTER.matcher(source).find()) {
                warning(
                        project.relative(path),
                        "Convex reads HTTP routes from http, not from https: rename this file.");
            }
            entryPoint(path, relative, UseNodeDirective.isIn(source));
        }

        /// Convex names modules by these characters only.
        private void checkName(String file, String module) {
            for (String part : module.split("/")) {
                if (!MODULE_PART.matcher(part).matches()) {
                    warning(
                            file,
                            "Convex does not deploy a file of this name: `" + part
                                    + "` may hold letters, digits, `_` and" + " `.` only, 64 at the most. Rename it.");
                }
            }
        }

        private void entryPoint(Path path, String relative, boolean isNode) {
            String file = project.relative(path);
            String withoutExtension = relative.substring(0, relative.lastIndexOf('.'));
            if (isNode && NEVER_NODE.contains(withoutExtension)) {
                problem(file, "\"use node\" directive is not allowed for " + relative + ".");
            } else if (!isNode && relative.startsWith("actions/")) {
                problem(
                        file,
                        "Files in the folder actions must begin with \"use node\": add it, or move the file to"
                                + " another folder.");
            }
            String module = withoutExtension + ".js";
            String other = fileByModule.putIfAbsent(module, file);
            if (other != null) {
                problem(file, "Both this file and " + other + " would become " + module + ": rename one of them.");
                return;
            }
            checkName(file, module);
            functions.add(new EntryPoint(path, file, module, isNode));
        }

        private static boolean isSkipped(String relative, String name) {
            return EXTENSIONS.stream().noneMatch(name::endsWith)
                    || relative.startsWith("_generated/")
                    || name.startsWith(".")
                    || name.startsWith("#")
                    || name.equals("schema.ts")
                    || name.equals("schema.js")
                    || name.chars().filter(c -> c == '.').count() > 1
                    || relative.indexOf(' ') >= 0;
        }

        private static List<Path> children(Path folder) throws ProjectException {
            try (Stream<Path> list = Files.list(folder)) {
                return list.sorted((a, b) -> String.valueOf(a.getFileName()).compareTo(String.valueOf(b.getFileName())))
                        .toList();
            } catch (NoSuchFileException e) {
                throw new ProjectException(
                        ProjectException.Code.NO_FUNCTIONS_FOLDER, folder + " is gone: bring it back.", e);
            } catch (IOException e) {
                throw Project.unreadable(folder, e);
            }
        }

        /// Null when the file has gone since its folder was listed.
        private static @Nullable String read(Path path) throws ProjectException {
            try {
                return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException e) {
                throw Project.unreadable(path, e);
            }
        }

        private @Nullable Path firstExisting(String first, String second) {
            if (exists(first)) {
                return project.functions().resolve(first);
            }
            return exists(second) ? project.functions().resolve(second) : null;
        }

        private boolean exists(String name) {
            return Files.isRegularFile(project.functions().resolve(name));
        }

        private void warning(String file, String message) {
            warnings.add(new EntryPointProblem(file, message));
        }

        private void problem(String file, String message) {
            problems.add(new EntryPointProblem(file, message));
        }
    }
}
