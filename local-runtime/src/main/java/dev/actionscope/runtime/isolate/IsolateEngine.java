package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.seam.Seam;

/// Makes isolates: a fresh JavaScript realm for every call, on a thread of its own. Thread-safe.
public interface IsolateEngine extends AutoCloseable {
    /// `interpreter` or `optimising`.
    String name();

    /// Loads every module of a bundle and tells what it exports. Runs user code: only for trusted projects.
    ///
    /// @param seam answers environment variables and console lines; everything else is unsupported at import time
    Analysis analyze(Bundle bundle, Seam seam);

    /// Calls one function in a fresh isolate; returns at once.
    RunningCall call(Bundle bundle, FunctionCall call, Seam seam, IsolateLimits limits);

    @Override
    void close();
}
