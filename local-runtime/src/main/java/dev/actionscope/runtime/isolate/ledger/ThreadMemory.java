package dev.actionscope.runtime.isolate.ledger;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts what one thread has allocated. Any thread may ask.
public final class ThreadMemory {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long threadId;

    /// @param thread the isolate's own, a platform thread: virtual threads are not counted
    public ThreadMemory(Thread thread) {
        threadId = thread.threadId();
    }

    /// All bytes the thread has allocated so far; 0 once it has ended.
    public long allocatedBytes() {
        return Math.max(0, threads.getThreadAllocatedBytes(threadId));
    }

    /// CPU time of the thread so far; 0 once it has ended.
    public long cpuNanos() {
        return Math.max(0, threads.getThreadCpuTime(threadId));
    }
}
