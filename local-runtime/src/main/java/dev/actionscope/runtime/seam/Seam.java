package dev.actionscope.runtime.seam;

import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Everything that crosses the boundary of one function call's isolate: the one place where spans, recording, stubs,
/// limits and the clock live. All methods are called on the isolate's own thread.
public interface Seam {
    /// `Convex.syscall`: answered at once.
    ///
    /// @throws SyscallException becomes an `Error` in user code
    JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException;

    /// Begins an operation. The completion may be called before this returns.
    ///
    /// @param allocatedBytes what preparing the request allocated in JavaScript
    Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion);

    /// User code does not want the rest of a response's body (it was cancelled, aborted, or belongs to a redirect):
    /// what
    /// is left of it was not left behind.
    ///
    /// @param bodyId from [Operation.FetchAnswer]
    default void dropBody(long bodyId) {}

    /// A line for the console, rendered as Convex does.
    void log(LogLevel level, String text, CallSite at);

    /// Milliseconds since the epoch, as `Date.now()` must answer now.
    double currentTimeMillis();

    /// Milliseconds, as `performance.now()` must answer now.
    double performanceNow();

    /// As `Math.random()` must answer now.
    double random();

    /// Fills with cryptographic randomness.
    ///
    /// @throws SyscallException where the function's kind forbids it
    void randomBytes(byte[] target) throws SyscallException;

    /// `process.env[name]`.
    @Nullable
    String environmentVariable(String name);
}
