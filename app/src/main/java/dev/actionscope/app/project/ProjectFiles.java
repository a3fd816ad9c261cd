package dev.actionscope.app.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files of a project that a person works with. Blocks: not for the FX thread.
public final class ProjectFiles {
    private static final Set<String> HIDDEN = Set.of("node_modules", ".git", ".DS_Store", ".actionscope");
    private static final int MAX_CHILDREN = 5_000;

    private ProjectFiles() {}

    /// One file or folder.
    public record Entry(Path path, boolean isFolder) {
        /// The last part of its path.
        public String name() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }
    }

    /// What a folder holds: the functions folder, then folders, then files, each by name.
    ///
    /// @param functionsFolder relative to the project, as in `convex`; empty when unknown
    public static List<Entry> children(Path root, Path folder, String functionsFolder) throws IOException {
        List<Entry> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                if (!HIDDEN.contains(path.getFileName().toString()) && found.size() < MAX_CHILDREN) {
                    found.add(new Entry(path, Files.isDirectory(path)));
                }
            }
        }
        Path functions = root.resolve(functionsFolder.isEmpty() ? "convex" : functionsFolder);
        found.sort(Comparator.comparing((Entry entry) -> !functions.startsWith(entry.path()))
                .thenComparing(entry -> !entry.isFolder())
                .thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    /// All files below the root, relative to it with forward slashes, at most `max`.
    public static List<String> all(Path root, int max) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root)
                                && HIDDEN.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(root.relativize(file).toString().replace('\\', '/'));
                return found.size() < max ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(String.CASE_INSENSITIVE_ORDER);
        return found;
    }
}
