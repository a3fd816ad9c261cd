package dev.actionscope.runtime.trace;

import tools.jackson.databind.JsonNode;

/// Hears of everything a run does, as it does it. Calls come from several threads, one at a time.
public interface TraceListener {
    /// A span began; its status is `RUNNING`.
    void spanStarted(Span span);

    /// A span ended; same id as when it started.
    void spanEnded(Span span);

    /// User code, or the runtime, logged a line.
    void logged(LogLine line);

    /// A value was too large to travel in its span's attributes, which hold its size and a preview.
    void largeValue(long spanId, String attribute, JsonNode value);
}
