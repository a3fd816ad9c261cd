package dev.actionscope.runtime.findings.source;

import dev.actionscope.runtime.trace.Finding;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Findings from the source alone. Files whose syntax is wrong are left out: the build tells about those, and it should
/// have worked before this is asked, because the parser writes to the process's error stream about each.
///
/// One check at a time; not for several threads at once.
public final class SourceCheck {
    private static final Set<String> ENDINGS = Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs");
    private static final Set<String> SKIPPED = Set.of("node_modules", "_generated", "dist", "build", "out", "coverage");
    private static final long LARGEST = 2_000_000;
    private static final List<SourceRule> RULES = List.of(
            DanglingPromiseRule.rule(),
            TimerRule::check,
            ReferenceRules::check,
            RegistrationRules::check,
            SequenceRules::check,
            ImplicitAnyRule::check);

    private final SourceParser parser = new SourceParser();

    /// Checks a project's files: those in its functions folder, and the client's code beside it.
    ///
    /// @param project the project's folder
    /// @param functionsFolder relative to the project, as in `convex`
    /// @throws IOException naming the file that could not be read
    public List<Finding> check(Path project, String functionsFolder) throws IOException {
        return check(read(project), functionsFolder);
    }

    /// Checks texts, such as those of unsaved editors.
    ///
    /// @param texts by path relative to the project, with forward slashes
    public List<Finding> check(Map<String, String> texts, String functionsFolder) {
        SourceTree tree = new SourceTree(texts, parser, functionsFolder);
        Evaluator evaluator = new Evaluator(tree);
        FindingSink sink = new FindingSink(evaluator);
        for (SourceFile file : tree.backend()) {
            RULES.forEach(rule -> rule.check(file, tree, evaluator, sink));
        }
        ClientRule rule = ClientRule.of(tree, evaluator);
        for (SourceFile file : tree.clients()) {
            rule.check(file, evaluator, sink);
        }
        return sink.sorted();
    }

    /// The texts of a project's source files, by path relative to it; packages and built files left out.
    public static Map<String, String> read(Path project) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.equals(project) ? "" : folder.getFileName().toString();
                boolean isSkipped = SKIPPED.contains(name) || name.startsWith(".");
                return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                boolean isSource =
                        ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.endsWith(".d.ts");
                if (isSource && attributes.size() <= LARGEST) {
                    texts.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
