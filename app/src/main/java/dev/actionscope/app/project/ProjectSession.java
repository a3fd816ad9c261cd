package dev.actionscope.app.project;

import dev.actionscope.app.host.HostSession;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The project that is open, as the runtime host knows it.
///
/// FX thread only.
public final class ProjectSession {
    private static final int MAX_LINES = 5_000;

    private final HostSession host;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<@Nullable Path> root = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ProjectState> state = new ReadOnlyObjectWrapper<>(null);
    private final ObservableList<String> installLines = FXCollections.observableArrayList();
    /// The folder as the host names it, which resolves links; empty before its answer.
    private String rootAtHost = "";

    private boolean isHostReady;
    private boolean isReadOnly;

    public ProjectSession(HostSession host, Consumer<Notice> notices) {
        this.host = host;
        this.notices = notices;
    }

    /// The folder that is open, null when none is.
    public ReadOnlyObjectProperty<@Nullable Path> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /// What the host knows of it; null before the host's first answer.
    public ReadOnlyObjectProperty<@Nullable ProjectState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What `npm install` has printed.
    public ObservableList<String> installLines() {
        return installLines;
    }

    /// Whether the user chose to look at an untrusted project without running it.
    public boolean isReadOnly() {
        return isReadOnly;
    }

    /// Opens a folder, closing the one that was open.
    public void open(Path folder) {
        isReadOnly = false;
        state.set(null);
        installLines.clear();
        root.set(folder);
        askToOpen();
    }

    /// Closes the folder.
    public void close() {
        root.set(null);
        state.set(null);
        installLines.clear();
    }

    /// A host is ready: it has to know the project, too.
    public void hostReady() {
        isHostReady = true;
        askToOpen();
    }

    /// The host is gone.
    public void hostDied() {
        isHostReady = false;
    }

    /// The user trusts the project.
    public void trust() {
        isReadOnly = false;
        host.ask(commands -> commands.trustProject(), this::changed, reason -> failed("trusted", reason));
    }

    /// The user wants to read it and not to run it.
    public void openReadOnly() {
        isReadOnly = true;
        ProjectState known = state.get();
        state.set(null);
        state.set(known);
    }

    /// Runs `npm install`.
    public void install() {
        installLines.clear();
        host.ask(commands -> commands.installPackages(), this::changed, reason -> {
            notices.accept(Notice.error("The packages could not be installed: " + reason));
        });
    }

    /// Ends `npm install`.
    public void cancelInstall() {
        host.tell(commands -> commands.cancelInstall());
    }

    /// The host says that the project changed.
    public void changed(ProjectState changed) {
        Path open = root.get();
        boolean isOpen = open != null
                && (changed.root().equals(rootAtHost)
                        || Path.of(changed.root()).equals(open.toAbsolutePath().normalize()));
        if (isOpen) {
            state.set(changed);
        }
    }

    private void answered(ProjectState answer) {
        rootAtHost = answer.root();
        changed(answer);
    }

    /// `npm install` printed a line.
    public void installed(InstallProgress progress) {
        if (installLines.size() >= MAX_LINES) {
            installLines.remove(0, MAX_LINES / 10);
        }
        installLines.add(progress.line());
    }

    private void askToOpen() {
        Path folder = root.get();
        if (folder != null && isHostReady) {
            rootAtHost = "";
            host.ask(
                    commands -> commands.openProject(
                            folder.toAbsolutePath().normalize().toString()),
                    this::answered,
                    reason -> failed("opened", reason));
        }
    }

    private void failed(String what, String reason) {
        notices.accept(Notice.error(root.get() + " could not be " + what + ": " + reason));
    }
}
