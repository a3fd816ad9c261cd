package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.isolate.IsolateReport;
import java.util.ArrayList;
import java.util.List;

/// What the isolates of a run reported, for the findings. Thread-safe.
final class Evidence {
    private final List<Call> calls = new ArrayList<>();

    /// One function call.
    record Call(long spanId, FunctionInfo function, IsolateReport report) {}

    synchronized void add(long spanId, FunctionInfo function, IsolateReport report) {
        calls.add(new Call(spanId, function, report));
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized long cpuNanos() {
        return calls.stream().mapToLong(call -> call.report().cpuNanos()).sum();
    }

    synchronized long peakHeapBytes() {
        return calls.stream()
                .mapToLong(call -> call.report().peakHeapBytes())
                .max()
                .orElse(0);
    }
}
