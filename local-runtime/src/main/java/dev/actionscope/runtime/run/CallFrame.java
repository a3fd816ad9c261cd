package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;

/// One function call of a run.
///
/// @param span stands for it
/// @param depth of nesting inside one transaction, 0 for a call that opened its own
record CallFrame(FunctionInfo function, OpenSpan span, int depth) {

    /// Whether it is the call the run was started with.
    boolean isRoot() {
        return span.isRoot();
    }
}
