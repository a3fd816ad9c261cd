package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.trace.Finding;
import java.util.List;

/// One or a few rules that judge a run.
interface RunRule {
    List<Finding> findings(RunIndex run);
}
