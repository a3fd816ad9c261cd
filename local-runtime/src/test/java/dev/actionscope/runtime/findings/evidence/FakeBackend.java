package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers the actions of the project `dangling` as a backend would: queries after 2 ms, mutations after 20 ms,
/// `*.fast.example` after 5 ms, other requests after 250 ms.
final class FakeBackend implements Seam, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fake-backend").factory());
    private final AtomicLong lastId = new AtomicLong();
    private final Set<Long> readBodies = ConcurrentHashMap.newKeySet();

    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        throw new SyscallException("Unknown operation " + syscall);
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        long id = lastId.incrementAndGet();
        switch (operation) {
            case Operation.Syscall syscall -> answer(syscall, completion);
            case Operation.Fetch fetch ->
                later(fetch.url().contains("fast") ? 5 : 250, () -> completion.succeed(response(fetch, id)));
            case Operation.ReadBody body ->
                later(
                        1,
                        () -> completion.succeed(
                                readBodies.add(body.bodyId()) ? "text".getBytes(StandardCharsets.UTF_8) : null));
            case Operation.Timer timer -> later((long) timer.delayMillis(), () -> completion.succeed(null));
            case Operation.StoreBlob blob -> later(5, () -> completion.succeed(JSON.readTree("\"file-1\"")));
            case Operation.GetBlob blob -> later(5, () -> completion.succeed(null));
        }
        return new Begun(id);
    }

    private void answer(Operation.Syscall syscall, Completion completion) {
        String target = syscall.arguments().path("name").asString("");
        switch (syscall.name()) {
            case "1.0/actions/query" -> later(2, () -> completion.succeed(JSON.readTree("0")));
            case "1.0/actions/mutation" -> {
                if (target.endsWith("addOrFail")) {
                    later(2, () -> completion.fail(new SyscallException("Uncaught Error: no room")));
                } else {
                    later(20, () -> completion.succeed(JSON.nullNode()));
                }
            }
            case "1.0/actions/schedule" -> later(5, () -> completion.succeed(JSON.readTree("\"job-1\"")));
            default -> later(5, () -> completion.succeed(JSON.nullNode()));
        }
    }

    private static Operation.FetchAnswer response(Operation.Fetch fetch, long id) {
        return new Operation.FetchAnswer(200, "OK", List.of(Map.entry("content-type", "text/plain")), fetch.url(), id);
    }

    private void later(long millis, Runnable task) {
        clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void log(LogLevel level, String text, CallSite at) {}

    @Override
    public double currentTimeMillis() {
        return 1_700_000_000_000d;
    }

    @Override
    public double performanceNow() {
        return 0;
    }

    @Override
    public double random() {
        return 0.25;
    }

    @Override
    public void randomBytes(byte[] target) {
        Arrays.fill(target, (byte) 7);
    }

    @Override
    public @Nullable String environmentVariable(String name) {
        return null;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private record Begun(long spanId) implements Pending {
        @Override
        public void delivered(long allocatedBytes) {}

        @Override
        public void cancel(boolean dangling) {}
    }
}
