package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Answers what a stubs file has answers for; the rest goes on to another transport. One instance for each run: it is
/// the one that counts an entry's `times`.
public final class StubbedTransport implements FetchTransport {
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final StubsFile file;
    private final FetchTransport next;
    private final IdentityHashMap<Stub, Integer> used = new IdentityHashMap<>();

    /// @param next for requests that no entry matches; closed with this
    public StubbedTransport(StubsFile file, FetchTransport next) {
        this.file = file;
        this.next = next;
    }

    @Override
    public FetchResponse send(Operation.Fetch request) throws FetchException, InterruptedException {
        Stub stub = take(request);
        return stub == null ? next.send(request) : answer(stub, request);
    }

    /// The first entry that matches and is not used up.
    private synchronized @Nullable Stub take(Operation.Fetch request) throws FetchException {
        try {
            for (Stub stub : file.stubs()) {
                int count = used.getOrDefault(stub, 0);
                Integer times = stub.times();
                if (stub.matches(request) && (times == null || count < times)) {
                    used.put(stub, count + 1);
                    return stub;
                }
            }
            return null;
        } catch (StubsException unusable) {
            throw new FetchException(unusable.text(), unusable);
        }
    }

    private FetchResponse answer(Stub stub, Operation.Fetch request) throws FetchException, InterruptedException {
        Stub.Fault fault = stub.fault();
        Duration delay = stub.delay();
        if (delay == null) {
            delay = fault == Stub.Fault.SLOW ? SLOW : Duration.ZERO;
        }
        Thread.sleep(delay);
        return switch (fault) {
            case RESET -> throw FetchException.sending(request.url(), FaultText.RESET);
            case TIMEOUT -> throw FetchException.sending(request.url(), FaultText.TIMEOUT);
            case DNS -> throw FetchException.sending(request.url(), FaultText.DNS);
            case MALFORMED -> response(stub, cut(bytes(stub)));
            case SLOW -> response(stub, bytes(stub));
            case null -> response(stub, bytes(stub));
        };
    }

    private byte[] bytes(Stub stub) throws FetchException {
        try {
            return stub.body().bytes();
        } catch (IOException failure) {
            String where = file.path() + ":" + stub.line();
            throw new FetchException(where + ": the stub's \"file\" cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static byte[] cut(byte[] whole) {
        return whole.length < 2 ? new byte[] {'{', '"'} : Arrays.copyOf(whole, whole.length / 2);
    }

    private static FetchResponse response(Stub stub, byte[] bytes) {
        return new FetchResponse(
                stub.status(), ReasonPhrases.of(stub.status()), stub.headers(), new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        next.close();
    }
}
