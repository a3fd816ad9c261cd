package dev.actionscope.app.run;

import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.trace.RunResult;

/// Shows what a run does as it does it. All calls on the FX thread.
public interface RunListener {
    /// A run began.
    void begun(String runId, String function);

    /// It went on.
    void progressed(RunProgress progress);

    /// It is over.
    void ended(String runId, RunResult result);

    /// It will never end: its host died.
    void lost(String function, String reason);

    /// A recorded run was opened.
    void shown(RunResult result);

    /// There is nothing to show any more.
    void cleared();
}
