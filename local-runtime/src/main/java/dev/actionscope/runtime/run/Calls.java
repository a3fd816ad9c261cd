package dev.actionscope.runtime.run;

import dev.actionscope.runtime.isolate.RunningCall;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that go on on somebody's behalf, and that can be stopped together. Thread-safe.
final class Calls {
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    void add(RunningCall call) {
        running.add(call);
        if (stopped) {
            call.stop();
        }
    }

    void remove(RunningCall call) {
        running.remove(call);
    }

    void stop() {
        stopped = true;
        running.forEach(RunningCall::stop);
    }

    /// Whether a call does not end although it was told to.
    boolean hasUnstoppable() {
        return running.stream().anyMatch(RunningCall::isUnstoppable);
    }
}
