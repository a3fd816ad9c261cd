package dev.actionscope.runtime.isolate;

import java.time.Duration;

/// What one function call may use.
///
/// @param wallTime of the whole call (actions); operations included
/// @param scriptTime of JavaScript alone, operations excluded (queries and mutations)
/// @param heapBytes memory held by its JavaScript
public record IsolateLimits(Duration wallTime, Duration scriptTime, long heapBytes) {}
