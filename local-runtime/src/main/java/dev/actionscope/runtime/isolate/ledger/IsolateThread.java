package dev.actionscope.runtime.isolate.ledger;

import org.jspecify.annotations.Nullable;

/// The platform thread of one isolate. What the instrument has to reach from inside running JavaScript is kept here,
/// which is the cheapest place there is.
public final class IsolateThread extends Thread {
    /// How deep functions may call each other, as V8's 2 MiB of stack allow about.
    private static final int DEEPEST = 9_000;

    /// Reserved, not used, until a recursion needs it: the depth must be reached long before the stack ends, because a
    /// thread at the very end of its stack cannot be stopped any more.
    private static final long STACK_BYTES = 256L << 20;

    private final ThreadMemory memory = new ThreadMemory(this);
    private PromiseLedger ledger = new PromiseLedger(memory);
    private @Nullable Runnable onUserCode;
    private int depth;

    /// @param body what it runs
    public IsolateThread(Runnable body, String name) {
        super(null, body, name, STACK_BYTES);
        setDaemon(true);
    }

    /// What this thread allocates.
    public ThreadMemory memory() {
        return memory;
    }

    /// The ledger of the call it runs.
    public PromiseLedger ledger() {
        return ledger;
    }

    /// Forgets what module loading made: a call begins.
    public void startLedger() {
        ledger = new PromiseLedger(memory);
    }

    /// Runs a task once, right before the next function of user code begins or goes on.
    public void beforeUserCode(@Nullable Runnable task) {
        onUserCode = task;
    }

    /// The thread this is called on, or null when it is not an isolate's.
    static @Nullable IsolateThread current() {
        return Thread.currentThread() instanceof IsolateThread thread ? thread : null;
    }

    void userCodeBegins() {
        Runnable task = onUserCode;
        if (task != null) {
            onUserCode = null;
            task.run();
        }
    }

    /// Whether one more function may be called.
    boolean descend() {
        depth++;
        return depth <= DEEPEST;
    }

    void ascend() {
        depth--;
    }
}
