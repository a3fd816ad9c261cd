package dev.actionscope.runtime.host;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes a host's events on and knows which runs have not ended yet. Thread-safe.
final class RunningRuns implements RuntimeEvents {
    private final RuntimeEvents listener;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    RunningRuns(RuntimeEvents listener) {
        this.listener = listener;
    }

    boolean hasEnded(String runId) {
        return ended.contains(runId);
    }

    @Override
    public void ready() {
        listener.ready();
    }

    @Override
    public void projectChanged(ProjectState state) {
        listener.projectChanged(state);
    }

    @Override
    public void installProgress(InstallProgress progress) {
        listener.installProgress(progress);
    }

    @Override
    public void runProgress(RunProgress progress) {
        listener.runProgress(progress);
    }

    @Override
    public void runEnded(RunEnded event) {
        ended.add(event.runId());
        listener.runEnded(event);
    }
}
