package dev.actionscope.runtime.run;

import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.trace.SpanStatus;

/// An operation that a span stands for.
///
/// @param onCancel ends the work behind it
record SpanPending(OpenSpan span, Runnable onCancel) implements Pending {
    @Override
    public long spanId() {
        return span.id();
    }

    @Override
    public void delivered(long allocatedBytes) {
        span.allocated(allocatedBytes);
    }

    @Override
    public void cancel(boolean dangling) {
        span.end(dangling ? SpanStatus.DANGLING : SpanStatus.CANCELED);
        onCancel.run();
    }
}
