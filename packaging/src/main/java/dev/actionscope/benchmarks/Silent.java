package dev.actionscope.benchmarks;

import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.TraceListener;
import tools.jackson.databind.JsonNode;

/// Hears nothing: only the time matters.
final class Silent implements TraceListener {
    @Override
    public void spanStarted(Span span) {
        // only the time matters
    }

    @Override
    public void spanEnded(Span span) {
        // only the time matters
    }

    @Override
    public void logged(LogLine line) {
        // only the time matters
    }

    @Override
    public void largeValue(long spanId, String attribute, JsonNode value) {
        // only the time matters
    }
}
