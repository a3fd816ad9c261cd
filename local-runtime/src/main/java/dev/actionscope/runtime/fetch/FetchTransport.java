package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Operation;

/// What requests go out through. Thread-safe; to be called on virtual threads, for it blocks.
///
/// Put together at the composition root: `new StubbedTransport(StubsFile.open(path), new NetworkTransport())`, with an
/// [OfflineTransport] in place of the network when nothing may leave the machine. One function call uses it through a
/// [FetchSession].
public interface FetchTransport extends AutoCloseable {
    /// Sends one request, follows no redirect, and returns once the head of the response is there.
    ///
    /// @throws FetchException when there is no response; its message is what user code sees
    /// @throws InterruptedException when nobody wants the response any more
    FetchResponse send(Operation.Fetch request) throws FetchException, InterruptedException;

    /// Ends what is under way.
    @Override
    default void close() {}
}
