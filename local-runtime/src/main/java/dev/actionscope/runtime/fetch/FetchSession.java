package dev.actionscope.runtime.fetch;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.SyscallException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What one function call fetches: answers [Operation.Fetch] and [Operation.ReadBody], and keeps the bodies that are
/// not read yet. Thread-safe. To be closed when the call ends, after [#unreadBodies] was asked.
public final class FetchSession implements AutoCloseable {
    private static final int CHUNK = 65536;

    private final FetchTransport transport;
    private final AtomicLong bodyIds = new AtomicLong();
    private final Map<Long, Body> bodies = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /// @param transport stays open when the session is closed
    public FetchSession(FetchTransport transport) {
        this.transport = transport;
    }

    /// A request under way, or answered.
    @FunctionalInterface
    public interface Exchange {
        /// Nobody wants it any more: its connection is given up, its body, read or not, is gone. Idempotent.
        void cancel();
    }

    /// A body that was not read to its end.
    ///
    /// @param begun whether anything of it was read
    public record UnreadBody(long bodyId, String url, boolean begun) {}

    /// Sends the request and answers with a [Operation.FetchAnswer]; returns at once.
    public Exchange begin(Operation.Fetch request, Completion completion) {
        long bodyId = bodyIds.incrementAndGet();
        Thread thread = start("fetch " + request.url(), () -> answer(request, bodyId, completion));
        return () -> {
            thread.interrupt();
            forget(bodyId);
        };
    }

    private void answer(Operation.Fetch request, long bodyId, Completion completion) {
        try {
            FetchResponse response = transport.send(request);
            Body body = new Body(request.url(), response.body());
            if (!hasNoBody(request, response)) {
                bodies.put(bodyId, body);
            } else {
                body.close();
            }
            if (Thread.interrupted()) {
                forget(bodyId);
                return;
            }
            completion.succeed(new Operation.FetchAnswer(
                    response.status(), response.statusText(), response.headers(), request.url(), bodyId));
        } catch (FetchException failure) {
            completion.fail(new SyscallException(failure.text()));
        } catch (InterruptedException canceled) {
            completion.fail(new SyscallException("the request was canceled"));
        }
    }

    private static boolean hasNoBody(Operation.Fetch request, FetchResponse response) {
        boolean empty = response.headers().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("content-length")
                        && header.getValue().strip().equals("0"));
        return empty || request.method().equals("HEAD") || response.status() == 204 || response.status() == 304;
    }

    /// Answers with the next bytes of a body, or null at its end; returns at once. One read of a body at a time.
    public void readBody(Operation.ReadBody read, Completion completion) {
        Body body = bodies.get(read.bodyId());
        if (body == null) {
            completion.succeed(null);
            return;
        }
        start("read " + body.url, () -> read(read.bodyId(), body, completion));
    }

    private void read(long bodyId, Body body, Completion completion) {
        try {
            byte[] chunk = body.next();
            if (chunk.length == 0) {
                forget(bodyId);
                completion.succeed(null);
            } else {
                completion.succeed(chunk);
            }
        } catch (IOException failure) {
            forget(bodyId);
            completion.fail(new SyscallException(
                    "error reading a body from url (" + body.url + "): " + String.valueOf(failure.getMessage())));
        }
    }

    /// Gives up a body that nobody wants to read to its end. Idempotent.
    public void dropBody(long bodyId) {
        forget(bodyId);
    }

    /// The bodies that were not read to their end: what Convex counts as unawaited `ReadableStream`s.
    public List<UnreadBody> unreadBodies() {
        return bodies.entrySet().stream()
                .map(entry -> new UnreadBody(entry.getKey(), entry.getValue().url, entry.getValue().begun))
                .sorted(Comparator.comparingLong(UnreadBody::bodyId))
                .toList();
    }

    /// Cancels what is under way and drops the bodies that nobody read.
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        List.copyOf(bodies.keySet()).forEach(this::forget);
    }

    private void forget(long bodyId) {
        Body body = bodies.remove(bodyId);
        if (body != null) {
            body.close();
        }
    }

    private Thread start(String name, Runnable task) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static final class Body {
        private static final System.Logger LOGGER = System.getLogger(FetchSession.class.getName());
        private final String url;
        private final InputStream in;
        private volatile boolean begun;

        Body(String url, InputStream in) {
            this.url = url;
            this.in = in;
        }

        /// What is there by now, at least one byte; none at the end.
        byte[] next() throws IOException {
            begun = true;
            byte[] chunk = new byte[CHUNK];
            int length = in.read(chunk, 0, CHUNK);
            while (length > 0 && length < CHUNK && in.available() > 0) {
                int more = in.read(chunk, length, CHUNK - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
            return Arrays.copyOf(chunk, Math.max(length, 0));
        }

        void close() {
            try {
                in.close();
            } catch (IOException ignored) {
                LOGGER.log(System.Logger.Level.DEBUG, "closing the body of " + url, ignored);
            }
        }
    }
}
