package dev.actionscope.runtime.trace;

/// Hears of everything a run does, as it does it. Calls come from several threads, one at a time.
public interface TraceListener {
    /// A span began; its status is `RUNNING`.
    void spanStarted(Span span);

    /// A span ended; same id as when it started.
    void spanEnded(Span span);

    /// User code, or the runtime, logged a line.
    void logged(LogLine line);
}
