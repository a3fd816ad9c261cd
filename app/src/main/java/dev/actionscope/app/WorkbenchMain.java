package dev.actionscope.app;

import dev.actionscope.app.workbench.WorkbenchApplication;
import dev.actionscope.app.workbench.WorkbenchServices;
import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.HostLaunch;
import dev.actionscope.runtime.host.RuntimeHost;
import dev.actionscope.runtime.project.ProjectException;
import dev.actionscope.runtime.project.TrustStore;
import java.nio.file.Path;
import java.util.List;

/// The workbench with the real runtime host behind it. Its one parameter, if any, is the project to open.
public final class WorkbenchMain extends WorkbenchApplication {
    @Override
    protected WorkbenchServices services() {
        HostFolders folders = HostFolders.ofUser();
        HostLaunch launch = HostLaunch.ofThisJvm(folders);
        Path sample = SampleProject.folder();
        if (sample != null) {
            trust(sample, folders);
        }
        List<String> parameters = getParameters().getRaw();
        return WorkbenchServices.open(
                (events, died) -> RuntimeHost.start(launch, events, died),
                folders.config(),
                sample,
                parameters.isEmpty() ? null : Path.of(parameters.getFirst()).toAbsolutePath());
    }

    /// Remembers that a folder is trusted: the sample, which is part of the program, or what the user says.
    static void trust(Path folder, HostFolders folders) {
        try {
            TrustStore.in(folders.config()).trust(folder);
        } catch (ProjectException e) {
            System.getLogger(WorkbenchMain.class.getName())
                    .log(System.Logger.Level.DEBUG, "it has to be trusted by hand", e);
        }
    }
}
