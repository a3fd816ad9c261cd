package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.isolate.ledger.ThreadMemory;

/// Judges how much memory one isolate holds. There is no exact figure in the interpreter: what its thread has
/// allocated is an upper bound, what the heap has grown by is one after a collection, and the smaller is taken.
final class IsolateMemory {
    /// What Convex allows on top of the limit before it ends a function.
    private static final double SLACK = 1.5;

    private final ThreadMemory thread;
    private final long limit;
    private final long baseline;
    private final long allocatedAtStart;
    private final long collectionsAtStart = Heap.collections();
    private long allocatedAtCheck;
    private long nextCheckAt;
    private long peak;

    /// @param limit bytes
    /// @param baseline what the heap held before
    IsolateMemory(ThreadMemory thread, long limit, long baseline) {
        this.thread = thread;
        this.limit = limit;
        this.baseline = baseline;
        allocatedAtStart = thread.allocatedBytes();
        allocatedAtCheck = allocatedAtStart;
        nextCheckAt = baseline + limit;
    }

    /// Takes a sample; may collect garbage to be sure. Any one thread at a time.
    ///
    /// @return whether the isolate holds more than it may
    synchronized boolean exceedsLimit() {
        long allocated = sample();
        if (allocated - allocatedAtCheck <= limit || Heap.usedBytes() <= nextCheckAt) {
            return false;
        }
        Heap.collect();
        long used = Heap.usedBytes();
        allocatedAtCheck = allocated;
        nextCheckAt = used + limit;
        long held = Math.min(used - baseline, allocated - allocatedAtStart);
        peak = Math.max(peak, held);
        return held > limit * SLACK;
    }

    /// The most that was seen.
    synchronized long peakBytes() {
        return peak;
    }

    /// Looks once more; on the isolate's own thread, when it is about to end.
    synchronized void sampleLast() {
        sample();
    }

    private long sample() {
        long allocated = thread.allocatedBytes();
        long bound = allocated - allocatedAtStart;
        if (Heap.collections() != collectionsAtStart) {
            bound = Math.min(bound, Heap.usedBytes() - baseline);
        }
        peak = Math.max(peak, bound);
        return allocated;
    }
}
