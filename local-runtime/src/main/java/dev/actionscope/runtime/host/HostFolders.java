package dev.actionscope.runtime.host;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where Actionscope keeps what belongs to a user rather than to a project.
///
/// @param config settings and the list of trusted projects
/// @param data databases and recordings, one folder for each project
public record HostFolders(Path config, Path data) {

    /// The platform's usual places, or below the system property `actionscope.home`, or `ACTIONSCOPE_HOME`, where one
    /// is set.
    public static HostFolders ofUser() {
        String home = System.getProperty("actionscope.home", System.getenv("ACTIONSCOPE_HOME"));
        if (home != null && !home.isBlank()) {
            return new HostFolders(Path.of(home, "config"), Path.of(home, "data"));
        }
        Path user = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            Path support = user.resolve("Library/Application Support/Actionscope");
            return new HostFolders(support, support.resolve("data"));
        }
        if (system.contains("windows")) {
            Path local = pathOf(System.getenv("LOCALAPPDATA"), user.resolve("AppData/Local"))
                    .resolve("Actionscope");
            return new HostFolders(local, local.resolve("data"));
        }
        return new HostFolders(
                pathOf(System.getenv("XDG_CONFIG_HOME"), user.resolve(".config"))
                        .resolve("actionscope"),
                pathOf(System.getenv("XDG_DATA_HOME"), user.resolve(".local/share"))
                        .resolve("actionscope"));
    }

    private static Path pathOf(@Nullable String variable, Path otherwise) {
        return variable == null || variable.isBlank() ? otherwise : Path.of(variable);
    }

    /// A project's own folder for its database and recordings: its name and a hash of its real path.
    public Path ofProject(Path root) {
        String name = String.valueOf(root.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        return data.resolve(name + "-" + Integer.toHexString(root.toString().hashCode()));
    }
}
