package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.isolate.ledger.IsolateThread;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Begins the operations of one call, in the order its kind demands: at once in actions; in queries and mutations one
/// after the other, each when the one before it has been answered. Isolate's thread only.
final class OperationScheduler {
    private final Seam seam;
    private final boolean serial;
    private final ScriptClock clock;
    private final IsolateThread thread;
    private final Deque<ScriptOperation> queued = new ArrayDeque<>();
    private final Set<ScriptOperation> running = new LinkedHashSet<>();
    private long operationBytes;

    OperationScheduler(Seam seam, boolean serial, ScriptClock clock, IsolateThread thread) {
        this.seam = seam;
        this.serial = serial;
        this.clock = clock;
        this.thread = thread;
    }

    /// Takes an operation that user code asks for.
    void add(ScriptOperation operation) {
        operationBytes += operation.preparedBytes();
        if (serial) {
            queued.add(operation);
        } else {
            begin(operation);
        }
    }

    /// Begins what may begin now; called whenever JavaScript has come to rest.
    void proceed() {
        while (serial && running.isEmpty() && !queued.isEmpty()) {
            begin(queued.remove());
        }
    }

    /// Whether nothing is under way or waiting to be.
    boolean isIdle() {
        return running.isEmpty() && queued.isEmpty();
    }

    /// Gives an operation's answer to user code, unless it was cancelled.
    void deliver(ScriptOperation operation, Runnable answer) {
        if (operation.hasEnded() || !running.remove(operation)) {
            return;
        }
        operation.end();
        thread.ledger().serve(operation);
        long before = thread.memory().allocatedBytes();
        boolean[] counted = new boolean[1];
        Runnable count = () -> {
            if (!counted[0]) {
                counted[0] = true;
                delivered(operation, thread.memory().allocatedBytes() - before);
            }
        };
        thread.beforeUserCode(count);
        try {
            answer.run();
        } finally {
            thread.beforeUserCode(null);
            count.run();
        }
    }

    void cancel(ScriptOperation operation) {
        if (operation.hasEnded()) {
            return;
        }
        operation.end();
        queued.remove(operation);
        if (running.remove(operation)) {
            cancel(operation, false);
        }
    }

    /// What has not ended, deadlines apart.
    List<ScriptOperation> pending() {
        List<ScriptOperation> all = new ArrayList<>(running);
        all.addAll(queued);
        all.removeIf(ScriptOperation::isDeadline);
        return all;
    }

    /// Ends everything.
    ///
    /// @param dangling whether the function has returned
    void cancelAll(boolean dangling) {
        Collection<ScriptOperation> begun = new ArrayList<>(running);
        running.clear();
        queued.clear();
        for (ScriptOperation operation : begun) {
            operation.end();
            cancel(operation, dangling && !operation.isDeadline());
        }
    }

    /// What operations allocated on this thread: requests prepared, answers taken up.
    long operationBytes() {
        return operationBytes;
    }

    private void begin(ScriptOperation operation) {
        running.add(operation);
        boolean inScript = clock.isRunning();
        clock.stop();
        long before = thread.memory().allocatedBytes();
        try {
            operation.begun(seam.begin(operation.operation(), operation.site(), operation.preparedBytes(), operation));
        } finally {
            operationBytes += thread.memory().allocatedBytes() - before;
            if (inScript) {
                clock.start();
            }
        }
    }

    private void delivered(ScriptOperation operation, long bytes) {
        operationBytes += bytes;
        Pending pending = operation.pending();
        if (pending != null) {
            pending.delivered(bytes);
        }
    }

    private static void cancel(ScriptOperation operation, boolean dangling) {
        Pending pending = operation.pending();
        if (pending != null) {
            pending.cancel(dangling);
        }
    }
}
