package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportAll;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of a project, and how they import each other.
final class SourceTree {
    private static final List<String> ENDINGS =
            List.of("", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.js");

    private static final Pattern CALLS_ACTIONS = Pattern.compile("\\buseAction\\b|\\.action\\s*\\(");

    private final Map<String, String> texts;
    private final Map<String, Optional<SourceFile>> parsed = new HashMap<>();
    private final SourceParser parser;
    private final String functionsFolder;

    /// @param texts by path relative to the project; parsed when they are asked for
    /// @param functionsFolder relative to the project, as in `convex`
    SourceTree(Map<String, String> texts, SourceParser parser, String functionsFolder) {
        this.texts = texts;
        this.parser = parser;
        this.functionsFolder = functionsFolder.isEmpty() ? "" : functionsFolder + "/";
    }

    /// Code of the backend: in the functions folder, not generated, not a test.
    List<SourceFile> backend() {
        return parsed(this::isBackend);
    }

    /// Code of clients that may call actions: outside the functions folder, and not a test.
    List<SourceFile> clients() {
        return parsed(path -> !path.startsWith(functionsFolder)
                && !path.matches(".*\\.(test|spec)\\.[a-z]+")
                && CALLS_ACTIONS.matcher(texts.getOrDefault(path, "")).find());
    }

    private boolean isBackend(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith(functionsFolder)
                && !path.contains("/_generated/")
                && name.indexOf('.') == name.lastIndexOf('.');
    }

    private List<SourceFile> parsed(Predicate<String> wanted) {
        List<SourceFile> files = new ArrayList<>();
        texts.keySet().stream()
                .filter(wanted)
                .sorted()
                .forEach(path -> file(path).ifPresent(files::add));
        return files;
    }

    private Optional<SourceFile> file(String path) {
        Optional<SourceFile> known = parsed.get(path);
        if (known == null) {
            String text = texts.get(path);
            known = text == null ? Optional.empty() : parser.parse(path, text);
            parsed.put(path, known);
        }
        return known;
    }

    /// The module path of a backend file, as in `dir/mod`.
    String module(SourceFile file) {
        String path = file.path().substring(functionsFolder.length());
        return path.substring(0, path.lastIndexOf('.'));
    }

    /// The backend file of a module path, or null.
    @Nullable
    SourceFile moduleFile(String module) {
        return find(functionsFolder + module);
    }

    /// The file that an import in another file means; null for packages.
    @Nullable
    SourceFile imported(SourceFile from, String specifier) {
        if (!specifier.startsWith(".")) {
            return null;
        }
        Deque<String> parts = new ArrayDeque<>();
        String folder =
                from.path().contains("/") ? from.path().substring(0, from.path().lastIndexOf('/')) : "";
        for (String part : (folder + "/" + specifier).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return find(String.join("/", parts));
    }

    /// What a file imports and re-exports, types left out.
    List<String> imports(SourceFile file) {
        List<String> specifiers = new ArrayList<>();
        for (ISwc4jAst item : Syntax.children(file.program())) {
            switch (item) {
                case Swc4jAstImportDecl declaration
                when !declaration.isTypeOnly() ->
                    specifiers.add(declaration.getSrc().getValue());
                case Swc4jAstNamedExport export
                when export.getSrc().isPresent() && !export.isTypeOnly() ->
                    specifiers.add(export.getSrc().get().getValue());
                case Swc4jAstExportAll all
                when !all.isTypeOnly() -> specifiers.add(all.getSrc().getValue());
                default -> {}
            }
        }
        return specifiers;
    }

    /// A file and all of the project's files it imports, however far.
    Set<SourceFile> reachable(SourceFile start) {
        Set<SourceFile> seen = new HashSet<>(Set.of(start));
        Deque<SourceFile> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            SourceFile file = open.pop();
            for (String specifier : imports(file)) {
                SourceFile next = imported(file, specifier);
                if (next != null && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }

    private @Nullable SourceFile find(String path) {
        String bare = path.replaceFirst("\\.(js|mjs|cjs|jsx)$", "");
        for (String ending : ENDINGS) {
            Optional<SourceFile> file = file(bare + ending);
            if (file.isPresent()) {
                return file.get();
            }
        }
        return file(path).orElse(null);
    }
}
