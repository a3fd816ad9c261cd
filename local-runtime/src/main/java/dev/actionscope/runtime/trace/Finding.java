package dev.actionscope.runtime.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of advice about a run or about the source.
///
/// @param rule a stable id such as `dangling-promise`
/// @param message one sentence: what happened, to what, at which cost
/// @param position where to look, null when no source is known
/// @param function the Convex function it was seen in (`orders:place`), empty when none
/// @param spanIds the evidence, empty for a finding from the source alone
/// @param help what to do about it
public record Finding(
        String rule,
        Severity severity,
        String message,
        @Nullable SourcePosition position,
        String function,
        List<Long> spanIds,
        String help) {
    public Finding {
        spanIds = List.copyOf(spanIds);
    }
}
