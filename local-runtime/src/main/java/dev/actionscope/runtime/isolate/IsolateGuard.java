package dev.actionscope.runtime.isolate;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Ends one isolate when it is told to, or when it uses too much. Thread-safe.
final class IsolateGuard {
    private static final long GRACE_MILLIS = 10;
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ScriptRealm realm;
    private final IsolateLimits limits;
    private final boolean scriptTimeOnly;
    private final IsolateMemory memory;
    private volatile long startedAt = System.nanoTime();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile long toldAt;

    /// @param scriptTimeOnly whether only time spent in JavaScript counts: queries and mutations
    IsolateGuard(ScriptRealm realm, IsolateLimits limits, boolean scriptTimeOnly) {
        this.realm = realm;
        this.limits = limits;
        this.scriptTimeOnly = scriptTimeOnly;
        memory = new IsolateMemory(
                realm.thread().memory(),
                limits.heapBytes(),
                realm.services().watchdog().baseline());
    }

    /// Why it is ending, null while it is not.
    @Nullable
    Ending ending() {
        return ending.get();
    }

    /// Tells it to end. The first reason counts; returns at once.
    void end(Ending reason) {
        if (!ending.compareAndSet(null, reason)) {
            return;
        }
        toldAt = System.nanoTime();
        realm.loop().post(() -> {});
        Thread closer = new Thread(this::cancel, "isolate-closer");
        closer.setDaemon(true);
        closer.start();
    }

    /// Its thread is done with it.
    void finish() {
        memory.sampleLast();
        finished.countDown();
    }

    /// Whether it goes on although it was told to end.
    boolean isUnstoppable() {
        return ending.get() != null && finished.getCount() > 0 && System.nanoTime() - toldAt > PATIENCE.toNanos();
    }

    /// Lets the cancellation of this isolate take place here; its own thread only.
    void pollCancellation() {
        realm.context().safepoint();
    }

    IsolateMemory memory() {
        return memory;
    }

    /// The watchdog's look.
    void check() {
        if (ending.get() != null) {
            return;
        }
        long wall = System.nanoTime() - startedAt;
        Duration allowed = scriptTimeOnly ? limits.scriptTime() : limits.wallTime();
        long spent = scriptTimeOnly ? realm.clock().elapsed() : wall;
        if (spent > allowed.toNanos()) {
            end(new Ending.OutOfTime(
                    "Function execution timed out (maximum duration: " + DurationText.of(allowed) + ")"));
        } else if (memory.exceedsLimit()) {
            end(outOfMemory());
        }
    }

    /// How an isolate ends that holds too much.
    Ending outOfMemory() {
        return new Ending.OutOfMemory(
                "JavaScript execution ran out of memory (maximum memory usage: " + (limits.heapBytes() >> 20) + " MB)");
    }

    /// Begins to measure the wall time anew.
    void restartClock() {
        startedAt = System.nanoTime();
    }

    private void cancel() {
        try {
            if (!finished.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                realm.context().close(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
