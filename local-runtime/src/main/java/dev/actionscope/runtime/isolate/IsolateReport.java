package dev.actionscope.runtime.isolate;

import java.util.List;

/// One function call, ended, with its figures.
///
/// @param ownAllocatedBytes allocated on the isolate's thread by user code, operations' own bytes excluded
/// @param peakHeapBytes the most the heap was seen to grow by while it ran
/// @param cpuNanos of the isolate's thread
/// @param unawaited what was not awaited, in order of creation
public record IsolateReport(
        IsolateOutcome outcome,
        long ownAllocatedBytes,
        long peakHeapBytes,
        long cpuNanos,
        List<UnawaitedPromise> unawaited) {
    public IsolateReport {
        unawaited = List.copyOf(unawaited);
    }
}
