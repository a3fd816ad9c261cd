package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Convex project on disk: the folder that `npx convex dev` would be run in.
///
/// @param root real path, absolute
/// @param name from package.json, else the folder's name
/// @param functionsFolder relative to `root`, forward slashes, no slash at the end, as in `convex`
/// @param functions real path of that folder; somewhere else than below `root` only when it is a symbolic link
/// @param externalPackages `node.externalPackages` of convex.json
/// @param nodeVersion `node.nodeVersion` of convex.json, null when it says nothing
public record Project(
        Path root,
        String name,
        String functionsFolder,
        Path functions,
        List<String> externalPackages,
        @Nullable String nodeVersion) {
    public Project {
        externalPackages = List.copyOf(externalPackages);
    }

    /// The project around a file or folder: the nearest parent (itself included) that holds a `convex.json`, a
    /// `convex` folder, or a package.json that depends on `convex`.
    public static Project find(Path start) throws ProjectException {
        Path from = realPath(start);
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder) && isProject(folder)) {
                return open(folder);
            }
        }
        throw noProject(from, "neither it nor a folder above it");
    }

    /// The project in exactly that folder.
    public static Project open(Path folder) throws ProjectException {
        Path root = realPath(folder);
        if (!Files.isDirectory(root)) {
            throw new ProjectException(
                    Code.NOT_A_FOLDER, root + " is a file, not a folder: open the folder of a Convex project.", null);
        }
        if (!Files.isReadable(root) || !Files.isExecutable(root)) {
            throw unreadable(root, null);
        }
        if (!isProject(root)) {
            throw noProject(root, "it");
        }
        PackageJson manifest = PackageJson.read(root);
        ConvexJson config = ConvexJson.read(root, manifest.dependsOn("react-scripts") ? "src/convex" : "convex");
        Path functions = functions(root, config.functions());
        String name = manifest.name().isEmpty() ? folderName(root) : manifest.name();
        return new Project(root, name, config.functions(), functions, config.externalPackages(), config.nodeVersion());
    }

    /// That file's path relative to the project, with forward slashes; as messages and positions name it.
    public String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.getRoot() != null && absolute.getRoot().equals(root.getRoot())
                ? slashes(root.relativize(absolute))
                : slashes(absolute);
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    static ProjectException unreadable(Path file, @Nullable Throwable cause) {
        return new ProjectException(
                Code.UNREADABLE, file + " cannot be read: give yourself permission to read it.", cause);
    }

    private static boolean isProject(Path folder) throws ProjectException {
        Path name = folder.getFileName();
        if (name != null && name.toString().equals("node_modules")) {
            return false;
        }
        return Files.exists(folder.resolve("convex.json"))
                || Files.isDirectory(folder.resolve("convex"))
                || PackageJson.read(folder).dependsOn("convex");
    }

    private static Path functions(Path root, String functionsFolder) throws ProjectException {
        Path folder = root.resolve(functionsFolder);
        if (!folder.normalize().startsWith(root)) {
            throw new ProjectException(
                    Code.FUNCTIONS_OUTSIDE,
                    "convex.json names the functions folder " + functionsFolder + ", which is outside the project "
                            + root + ": move it into the project.",
                    null);
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProjectException(
                    Code.NO_FUNCTIONS_FOLDER,
                    "The project " + root + " has no functions folder " + functionsFolder
                            + ": create it, or run `npx convex dev` there once.",
                    null);
        }
        Path real = realPath(folder);
        if (!Files.isDirectory(real)) {
            throw new ProjectException(
                    Code.NOT_A_FOLDER, folder + " is a file, but Convex functions live in a folder.", null);
        }
        return real;
    }

    private static Path realPath(Path path) throws ProjectException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new ProjectException(Code.NOT_A_FOLDER, path.toAbsolutePath() + " does not exist.", e);
        } catch (FileSystemException e) {
            if (isLoop(e)) {
                throw new ProjectException(
                        Code.SYMLINK_LOOP,
                        path.toAbsolutePath() + " is a symbolic link that leads back to itself: remove the link.",
                        e);
            }
            throw unreadable(path.toAbsolutePath(), e);
        } catch (IOException e) {
            throw unreadable(path.toAbsolutePath(), e);
        }
    }

    private static boolean isLoop(FileSystemException e) {
        String reason = e.getReason();
        return e instanceof FileSystemLoopException || (reason != null && reason.contains("symbolic links"));
    }

    private static ProjectException noProject(Path folder, String which) {
        return new ProjectException(
                Code.NO_PROJECT,
                "No Convex project at " + folder + ": " + which
                        + " has a convex.json, a convex folder or a package.json that depends on convex.",
                null);
    }

    private static String folderName(Path root) {
        Path name = root.getFileName();
        return name == null ? root.toString() : name.toString();
    }
}
