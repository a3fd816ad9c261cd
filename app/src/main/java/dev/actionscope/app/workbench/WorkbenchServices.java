package dev.actionscope.app.workbench;

import dev.actionscope.app.host.RuntimeHosts;
import dev.actionscope.app.settings.Settings;
import dev.actionscope.app.settings.SettingsStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// What the workbench needs from its surroundings.
///
/// @param hosts starts runtime hosts
/// @param store where settings are kept
/// @param settings what `store` held at the start
/// @param warnings lines to show once the window is there
/// @param configFolder where the workbench keeps files of its own
/// @param sampleProject the sample's folder, null when there is none
/// @param project opened at the start, null for the start screen
/// @param choosers lets the user choose folders and files
/// @param background runs everything that may block
public record WorkbenchServices(
        RuntimeHosts hosts,
        SettingsStore store,
        Settings settings,
        List<String> warnings,
        Path configFolder,
        @Nullable Path sampleProject,
        @Nullable Path project,
        FileChoosers choosers,
        ExecutorService background) {

    /// Services with the real choosers and virtual threads. Reads the settings: not for the FX thread.
    ///
    /// @param configFolder made when the first settings are written
    public static WorkbenchServices open(
            RuntimeHosts hosts, Path configFolder, @Nullable Path sampleProject, @Nullable Path project) {
        ExecutorService background = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("workbench-", 0).factory());
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        SettingsStore store = new SettingsStore(configFolder, background, warnings::add);
        Settings settings = store.readSettings();
        return new WorkbenchServices(
                hosts,
                store,
                settings,
                warnings,
                configFolder,
                sampleProject,
                project,
                new SystemFileChoosers(),
                background);
    }
}
