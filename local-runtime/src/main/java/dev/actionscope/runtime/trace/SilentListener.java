package dev.actionscope.runtime.trace;

import tools.jackson.databind.JsonNode;

/// Hears nothing: for runs of which only the result matters.
public final class SilentListener implements TraceListener {
    @Override
    public void spanStarted(Span span) {
        // the result tells all of it
    }

    @Override
    public void spanEnded(Span span) {
        // the result tells all of it
    }

    @Override
    public void logged(LogLine line) {
        // the result tells all of it
    }

    @Override
    public void largeValue(long spanId, String attribute, JsonNode value) {
        // the result tells all of it
    }
}
