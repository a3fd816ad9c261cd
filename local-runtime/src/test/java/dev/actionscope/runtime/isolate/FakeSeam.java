package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A boundary that answers by the name of what is called: `m:ok` and unknown names at once, `m:never` never, `m:fails`
/// and `m:failsWithData` with an error, `m:slow` after 20 ms, `m:big` with a large array. Timers run in real time;
/// those of a second or more are never due.
final class FakeSeam implements Seam {
    private static final JsonMapper JSON = JsonMapper.shared();

    final List<Begun> begun = new CopyOnWriteArrayList<>();
    final List<Line> lines = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fake-seam-clock");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        if (syscall.equals("1.0/queryStream")) {
            begun.add(new Begun(begun.size() + 1, new Operation.Syscall(syscall, arguments), at, 0));
            return JSON.createObjectNode().put("queryId", 7);
        }
        throw new SyscallException("Unknown operation " + syscall);
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        Begun pending = new Begun(begun.size() + 1, operation, at, allocatedBytes);
        begun.add(pending);
        switch (operation) {
            case Operation.Syscall syscall -> answer(syscall, completion);
            case Operation.Timer timer
            when timer.delayMillis() < 1_000 -> later((long) timer.delayMillis(), () -> completion.succeed(null));
            default -> {}
        }
        return pending;
    }

    private void answer(Operation.Syscall syscall, Completion completion) {
        JsonNode arguments = syscall.arguments();
        switch (arguments.path("name").asString("")) {
            case "m:never" -> {}
            case "m:fails" -> later(1, () -> completion.fail(new SyscallException("it failed")));
            case "m:failsWithData" -> later(1, () -> completion.fail(new SyscallException("bad", JSON.readTree("""
                    {"code":5}"""))));
            case "m:verySlow" -> later(100, () -> completion.succeed(JSON.nullNode()));
            case "m:slow" -> later(20, () -> completion.succeed(JSON.nullNode()));
            case "m:big" -> later(1, () -> completion.succeed(big()));
            default ->
                completion.succeed(
                        switch (syscall.name()) {
                            case "1.0/queryStreamNext" -> JSON.readTree("""
                        {"value":null,"done":true}""");
                            case "1.0/insert" -> JSON.createObjectNode().put("_id", "id" + begun.size());
                            default -> JSON.nullNode();
                        });
        }
    }

    private static JsonNode big() {
        var rows = JSON.createArrayNode();
        for (int i = 0; i < 5_000; i++) {
            rows.add(JSON.createObjectNode().put("i", i).put("text", "row " + i));
        }
        return rows;
    }

    private void later(long millis, Runnable task) {
        clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void log(LogLevel level, String text, CallSite at) {
        lines.add(new Line(level, text, at));
    }

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
        return Map.of("SECRET", "s3cret").get(name);
    }

    record Line(LogLevel level, String text, CallSite at) {}

    /// One operation that was begun.
    static final class Begun implements Pending {
        final long id;
        final Operation operation;
        final CallSite site;
        final long preparedBytes;
        volatile long deliveredBytes = -1;
        volatile @Nullable Boolean canceled;

        Begun(long id, Operation operation, CallSite site, long preparedBytes) {
            this.id = id;
            this.operation = operation;
            this.site = site;
            this.preparedBytes = preparedBytes;
        }

        @Override
        public long spanId() {
            return id;
        }

        @Override
        public void delivered(long allocatedBytes) {
            deliveredBytes = allocatedBytes;
        }

        @Override
        public void cancel(boolean dangling) {
            canceled = dangling;
        }
    }
}
