package dev.actionscope.app.host;

import dev.actionscope.runtime.host.RuntimeEvents;

/// What the workbench hears of its runtime host, on the FX thread.
public interface HostListener extends RuntimeEvents {
    /// The host is gone; what it was doing is lost, what it recorded is not.
    ///
    /// @param reason one line
    /// @param isReplaced whether a new host is being started
    void hostDied(String reason, boolean isReplaced);
}
