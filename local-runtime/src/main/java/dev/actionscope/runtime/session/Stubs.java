package dev.actionscope.runtime.session;

import dev.actionscope.runtime.fetch.FetchTransport;
import dev.actionscope.runtime.fetch.NetworkTransport;
import dev.actionscope.runtime.fetch.OfflineTransport;
import dev.actionscope.runtime.fetch.StubbedTransport;
import dev.actionscope.runtime.fetch.StubsException;
import dev.actionscope.runtime.fetch.StubsFile;
import dev.actionscope.runtime.run.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The outside world of a run.
public final class Stubs {
    private Stubs() {}

    /// @param file answers for `fetch`, or null for none
    /// @param offline whether what no stub answers fails instead of going to the network
    /// @throws UserException with one line when the file cannot be used
    public static FetchTransport of(@Nullable Path file, boolean offline) throws UserException {
        FetchTransport outside = offline ? new OfflineTransport() : new NetworkTransport();
        if (file == null) {
            return outside;
        }
        try {
            StubsFile stubs = StubsFile.open(file);
            stubs.size();
            return new StubbedTransport(stubs, outside);
        } catch (StubsException e) {
            outside.close();
            throw new UserException(e.text(), e);
        }
    }
}
