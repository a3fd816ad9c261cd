package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.seam.Seam;
import org.jspecify.annotations.Nullable;

/// What a realm is used for: one function call, or the analysis of a bundle.
interface RealmUse {
    /// Null for an analysis.
    @Nullable
    FunctionKind kind();

    Seam seam();

    /// Whether modules are being loaded.
    boolean isImporting();

    OperationScheduler operations();

    /// Notes an error that nobody can catch; the use ends when JavaScript has come to rest.
    ///
    /// @param error the engine's own object
    void fail(Object error);

    /// Ends the use here and now. Does not return.
    RuntimeException terminate(String message);
}
