package dev.actionscope.runtime.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether the npm packages a project cannot run without are there. Reads a few files; nothing is cached.
public sealed interface PackageState {

    /// Everything is there.
    ///
    /// @param convex folder of the `convex` package
    /// @param esbuild the native program that `convex` itself bundles with
    /// @param esbuildVersion of that program
    record Installed(Path convex, String convexVersion, Path esbuild, String esbuildVersion) implements PackageState {}

    /// Something is missing.
    ///
    /// @param message one line: what is missing and what to do
    record Missing(Reason reason, String message) implements PackageState {}

    /// What can be missing.
    enum Reason {
        NODE_MODULES,
        CONVEX,
        ESBUILD,
        UNSUPPORTED_LAYOUT
    }

    /// Looks where Node would: `convex` from the project, esbuild from `convex`, its program from esbuild. So a
    /// hoisted, a nested and a linked (pnpm) layout and a workspace's shared `node_modules` are all found.
    static PackageState of(Project project) {
        Path root = project.root();
        String install = PackageTool.of(root).command();
        Path convex = resolve(root, "convex");
        if (convex == null) {
            return withoutConvex(project, install);
        }
        Path esbuild = resolve(convex, "esbuild");
        if (esbuild == null) {
            return new Missing(
                    Reason.ESBUILD,
                    "esbuild, which convex bundles with, is not installed: run `" + install + "` in " + root + ".");
        }
        return program(esbuild, root, install, convex);
    }

    private static PackageState program(Path esbuild, Path root, String install, Path convex) {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String convexVersion = PackageJson.read(convex).version();
        Path folder = resolve(esbuild, "@esbuild/" + platform);
        if (folder != null) {
            Path program = folder.resolve(platform.startsWith("win32") ? "esbuild.exe" : "bin/esbuild");
            String version = PackageJson.read(folder).version();
            if (Files.isExecutable(program)) {
                return new Installed(convex, convexVersion, program, version);
            }
        }
        Path inPackage = esbuild.resolve("bin/esbuild");
        if (isNative(inPackage)) {
            return new Installed(
                    convex, convexVersion, inPackage, PackageJson.read(esbuild).version());
        }
        String others = otherPlatforms(esbuild);
        return new Missing(
                Reason.ESBUILD,
                others.isEmpty()
                        ? "esbuild's program for " + platform + " is not installed: run `" + install + "` in " + root
                                + "."
                        : "node_modules was installed for another system (" + others + ", this is " + platform
                                + "): remove it and run `" + install + "` in " + root + ".");
    }

    private static Missing withoutConvex(Project project, String install) {
        Path root = project.root();
        if (Files.exists(root.resolve(".pnp.cjs"))) {
            return new Missing(
                    Reason.UNSUPPORTED_LAYOUT,
                    "This project uses Yarn Plug'n'Play, which has no node_modules: set `nodeLinker: node-modules` in"
                            + " .yarnrc.yml and run `yarn install` in " + root + ".");
        }
        boolean isListed = PackageJson.read(root).dependsOn("convex");
        if (!isListed) {
            return new Missing(
                    Reason.CONVEX,
                    "The package convex is not installed and package.json does not name it: run `"
                            + PackageTool.of(root).addCommand() + " convex` in " + root + ".");
        }
        return new Missing(
                Files.isDirectory(root.resolve("node_modules")) ? Reason.CONVEX : Reason.NODE_MODULES,
                "The project's packages are not installed: run `" + install + "` in " + root + ".");
    }

    /// The real folder of a package as Node resolves it for code in `from`, or null.
    static @Nullable Path resolve(Path from, String packageName) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("node_modules").resolve(packageName);
            if (!folder.endsWith("node_modules") && Files.isRegularFile(candidate.resolve("package.json"))) {
                try {
                    return candidate.toRealPath();
                } catch (IOException e) {
                    System.getLogger(PackageState.class.getName())
                            .log(System.Logger.Level.DEBUG, "cannot follow " + candidate, e);
                }
            }
        }
        return null;
    }

    /// esbuild's name of a platform, as in `linux-x64`.
    static String platform(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : name.replace(" ", "");
        String cpu = switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i686" -> "ia32";
            default -> osArch;
        };
        return os + "-" + cpu;
    }

    /// npm puts a Node script in the same place; it cannot be started without Node.
    private static boolean isNative(Path program) {
        if (!Files.isExecutable(program)) {
            return false;
        }
        try (var in = Files.newInputStream(program)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && !(start[0] == '#' && start[1] == '!');
        } catch (IOException e) {
            System.getLogger(PackageState.class.getName()).log(System.Logger.Level.DEBUG, "cannot read " + program, e);
            return false;
        }
    }

    private static String otherPlatforms(Path esbuild) {
        for (Path parent : List.of(esbuild.resolve("node_modules"), esbuild.resolveSibling("."))) {
            try (Stream<Path> list = Files.list(parent.resolve("@esbuild").normalize())) {
                List<String> names = list.map(path -> String.valueOf(path.getFileName()))
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    return String.join(", ", names);
                }
            } catch (IOException e) {
                System.getLogger(PackageState.class.getName())
                        .log(System.Logger.Level.TRACE, "no @esbuild in " + parent, e);
            }
        }
        return "";
    }
}
