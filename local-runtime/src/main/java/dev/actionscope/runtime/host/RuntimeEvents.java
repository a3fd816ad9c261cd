package dev.actionscope.runtime.host;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;

/// What the runtime host tells the workbench.
public interface RuntimeEvents {
    /// The host is up; no command before this.
    @JsonNotification
    void ready();

    /// The open project changed: trusted, installed, built, broken.
    @JsonNotification
    void projectChanged(ProjectState state);

    /// `npm install` printed a line.
    @JsonNotification
    void installProgress(InstallProgress progress);

    /// A run went on.
    @JsonNotification
    void runProgress(RunProgress progress);

    /// A run is over.
    @JsonNotification
    void runEnded(RunEnded ended);
}
