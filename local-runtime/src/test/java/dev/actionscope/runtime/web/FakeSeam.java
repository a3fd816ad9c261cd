package dev.actionscope.runtime.web;

import dev.actionscope.runtime.fetch.FetchSession;
import dev.actionscope.runtime.fetch.FetchTransport;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// A seam with a real network and clock, stored files in memory, and randomness from a fixed seed.
final class FakeSeam implements Seam, AutoCloseable {
    final List<Operation> begun = new ArrayList<>();
    final List<CallSite> sites = new ArrayList<>();
    final FetchSession fetches;
    private final Map<String, Operation.StoreBlob> files = new HashMap<>();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake timers").factory());
    private final Random random = new Random(42);
    private final long start = System.nanoTime();

    FakeSeam(FetchTransport transport) {
        this.fetches = new FetchSession(transport);
    }

    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        throw new SyscallException("Unknown operation " + syscall);
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        begun.add(operation);
        sites.add(at);
        Runnable cancel = () -> {};
        switch (operation) {
            case Operation.Fetch fetch -> cancel = fetches.begin(fetch, completion)::cancel;
            case Operation.ReadBody read -> fetches.readBody(read, completion);
            case Operation.Timer timer ->
                timers.schedule(
                        () -> completion.succeed(null), (long) (timer.delayMillis() * 1000), TimeUnit.MICROSECONDS);
            case Operation.StoreBlob store -> {
                String id = "file" + files.size();
                files.put(id, store);
                completion.succeed(StringNode.valueOf(id));
            }
            case Operation.GetBlob get -> completion.succeed(find(get.storageId()));
            case Operation.Syscall syscall ->
                completion.fail(new SyscallException("Unknown async operation " + syscall.name()));
        }
        return new FakePending(begun.size(), cancel);
    }

    @Override
    public void dropBody(long bodyId) {
        fetches.dropBody(bodyId);
    }

    private Operation.@Nullable BlobAnswer find(String id) {
        Operation.StoreBlob file = files.get(id);
        return file == null ? null : new Operation.BlobAnswer(file.bytes(), file.contentType());
    }

    @Override
    public void log(LogLevel level, String text, CallSite at) {
        throw new UnsupportedOperationException(text);
    }

    @Override
    public double currentTimeMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public double performanceNow() {
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public double random() {
        return random.nextDouble();
    }

    @Override
    public void randomBytes(byte[] target) {
        random.nextBytes(target);
    }

    @Override
    public @Nullable String environmentVariable(String name) {
        return null;
    }

    @Override
    public void close() {
        fetches.close();
        timers.shutdownNow();
    }

    private record FakePending(long spanId, Runnable whenCanceled) implements Pending {
        @Override
        public void delivered(long allocatedBytes) {}

        @Override
        public void cancel(boolean dangling) {
            whenCanceled.run();
        }
    }
}
