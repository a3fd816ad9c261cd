package dev.actionscope.runtime.seam;

/// An operation that was begun.
public interface Pending {
    /// The span that stands for it, for the promise ledger.
    long spanId();

    /// The isolate took the answer up and allocated that many bytes for it (the answer's objects, not the code that
    /// went on with them).
    void delivered(long allocatedBytes);

    /// User code no longer wants it (`clearTimeout`, an aborted fetch), or its isolate has ended.
    ///
    /// @param dangling whether it was still pending when its function returned
    void cancel(boolean dangling);
}
