package dev.actionscope.runtime.isolate;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/// What the JVM tells about its heap.
final class Heap {
    private Heap() {}

    static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// Collections so far, of any kind.
    static long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += Math.max(0, collector.getCollectionCount());
        }
        return count;
    }

    /// Only a collection tells garbage from what is held.
    static void collect() {
        System.gc();
    }
}
