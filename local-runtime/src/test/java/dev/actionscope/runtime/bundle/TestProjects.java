package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The projects under `src/test/projects`.
final class TestProjects {
    static final Path FOLDER = Path.of("src/test/projects").toAbsolutePath();

    private TestProjects() {}

    static Project open(String name) {
        return open(FOLDER.resolve(name));
    }

    static Project open(Path folder) {
        try {
            return Project.open(folder);
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    /// A copy that a test may change, with the same packages.
    static Path copy(String name, Path into) throws IOException {
        Path from = FOLDER.resolve(name);
        Path to = into.toRealPath().resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Files.createSymbolicLink(to.resolve("node_modules"), FOLDER.resolve("node_modules"));
        return to;
    }
}
