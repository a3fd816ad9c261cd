package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import java.util.List;

/// One function call of a run that has ended.
///
/// @param spanId the span that stands for it
/// @param unawaited from its isolate's report
public record CallEvidence(long spanId, FunctionInfo function, List<UnawaitedPromise> unawaited) {
    public CallEvidence {
        unawaited = List.copyOf(unawaited);
    }
}
