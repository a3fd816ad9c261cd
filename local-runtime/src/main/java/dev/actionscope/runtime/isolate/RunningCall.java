package dev.actionscope.runtime.isolate;

import java.util.concurrent.CompletableFuture;

/// A function call under way in its isolate.
public interface RunningCall {
    /// Completes when the call has ended, in whatever way; never exceptionally.
    CompletableFuture<IsolateReport> report();

    /// Ends it as soon as can be; the report then says `Canceled`. Idempotent, any thread, returns at once.
    void stop();

    /// Whether the thread would not end although it was told to: only ending the process helps then.
    boolean isUnstoppable();
}
