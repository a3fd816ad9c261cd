package dev.actionscope.runtime.isolate.ledger;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// Counts what one thread has allocated. Any thread may ask.
public final class ThreadMemory {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long threadId;
    private volatile long uncounted;

    /// @param thread the isolate's own, a platform thread: virtual threads are not counted
    public ThreadMemory(Thread thread) {
        threadId = thread.threadId();
    }

    /// All bytes the thread has allocated so far, uncounted work excepted; 0 once it has ended.
    public long allocatedBytes() {
        return Math.max(0, threads.getThreadAllocatedBytes(threadId) - uncounted);
    }

    /// Does work of the platform's own on the thread, whose memory counts as nobody's.
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the thread itself writes
    public <T> T uncounted(Supplier<T> work) {
        long before = threads.getThreadAllocatedBytes(threadId);
        try {
            return work.get();
        } finally {
            uncounted += threads.getThreadAllocatedBytes(threadId) - before;
        }
    }

    /// CPU time of the thread so far; 0 once it has ended.
    public long cpuNanos() {
        return Math.max(0, threads.getThreadCpuTime(threadId));
    }
}
