package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Operation;

/// No network: every request fails, saying so.
public final class OfflineTransport implements FetchTransport {
    @Override
    public FetchResponse send(Operation.Fetch request) throws FetchException {
        throw new FetchException(
                "offline: no stub answers " + request.method() + " " + request.url() + ", and the network is off");
    }
}
