package dev.actionscope.runtime.host;

import dev.actionscope.runtime.trace.RunResult;

/// A run is over.
public record RunEnded(String runId, RunResult result) {}
