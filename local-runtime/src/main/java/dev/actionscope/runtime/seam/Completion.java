package dev.actionscope.runtime.seam;

import org.jspecify.annotations.Nullable;

/// Where the answer to an [Operation] goes: exactly one call, from any thread. The isolate that asked takes it up on
/// its own thread; an isolate that has ended ignores it.
public interface Completion {
    /// @param answer as the operation's documentation says: `JsonNode`, `Operation.FetchAnswer`, `byte[]`, null, …
    void succeed(@Nullable Object answer);

    /// The operation failed; user code sees a rejected promise.
    void fail(SyscallException failure);
}
