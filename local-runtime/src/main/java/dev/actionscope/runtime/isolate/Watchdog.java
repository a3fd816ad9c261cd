package dev.actionscope.runtime.isolate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Looks at every running isolate every few milliseconds, from a thread of its own, and at the heap when none runs.
final class Watchdog implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;
    private static final long IDLE_MILLIS = 400;
    private static final long WORTH_COLLECTING = 32L << 20;

    private final Set<IsolateGuard> watched = ConcurrentHashMap.newKeySet();
    private final Semaphore arrivals = new Semaphore(0);
    private final Thread thread = new Thread(this::watch, "isolate-watchdog");
    private volatile boolean closed;
    private volatile long idleHeap = Long.MAX_VALUE;

    void open() {
        thread.setDaemon(true);
        thread.start();
    }

    void add(IsolateGuard guard) {
        watched.add(guard);
        arrivals.release();
    }

    void remove(IsolateGuard guard) {
        watched.remove(guard);
    }

    /// What the heap holds without any isolate's objects, as far as is known.
    long baseline() {
        return Math.min(idleHeap, Heap.usedBytes());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!closed) {
                if (watched.isEmpty()) {
                    rest();
                } else {
                    watched.forEach(IsolateGuard::check);
                    TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the next isolate; after a while without any the heap is measured, so that what is garbage of others
    /// is not blamed on the next call.
    private void rest() throws InterruptedException {
        arrivals.drainPermits();
        if (!watched.isEmpty() || arrivals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        if (Heap.usedBytes() - (idleHeap == Long.MAX_VALUE ? 0 : idleHeap) > WORTH_COLLECTING) {
            Heap.collect();
            if (watched.isEmpty()) {
                idleHeap = Heap.usedBytes();
            }
        }
        arrivals.acquire();
    }
}
