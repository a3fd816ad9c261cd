package dev.actionscope.runtime.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program that installs a project's packages.
public enum PackageTool {
    NPM("npm", "install", "https://nodejs.org", List.of("package-lock.json", "npm-shrinkwrap.json")),
    PNPM("pnpm", "add", "https://pnpm.io", List.of("pnpm-lock.yaml")),
    YARN("yarn", "add", "https://yarnpkg.com", List.of("yarn.lock")),
    BUN("bun", "add", "https://bun.sh", List.of("bun.lock", "bun.lockb"));

    private final String program;
    private final String add;
    private final String home;
    private final List<String> lockFiles;

    PackageTool(String program, String add, String home, List<String> lockFiles) {
        this.program = program;
        this.add = add;
        this.home = home;
        this.lockFiles = lockFiles;
    }

    /// By `packageManager` in package.json, else by the nearest lock file in the project or above it, else npm.
    public static PackageTool of(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            String wanted = PackageJson.read(folder).packageManager();
            for (PackageTool tool : values()) {
                if (wanted.startsWith(tool.program + "@")) {
                    return tool;
                }
            }
            for (PackageTool tool : values()) {
                for (String lockFile : tool.lockFiles) {
                    if (Files.exists(folder.resolve(lockFile))) {
                        return tool;
                    }
                }
            }
        }
        return NPM;
    }

    /// Its name, which is the program's as well.
    public String program() {
        return program;
    }

    /// Where to get it.
    public String home() {
        return home;
    }

    /// What a person would type to install what package.json names.
    public String command() {
        return program + " install";
    }

    /// What a person would type to add a package, without the package's name.
    public String addCommand() {
        return program + " " + add;
    }
}
