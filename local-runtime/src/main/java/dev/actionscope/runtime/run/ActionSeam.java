package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.FetchSession;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The boundary of an action: the real clock, real randomness, the outside world, and other functions, each in a
/// transaction of its own. Operations begin at once and end in any order.
final class ActionSeam extends FunctionSeam {
    private static final SecureRandom SECURE = new SecureRandom();

    private final FunctionRunner runner;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final FetchSession fetches;
    private final Map<Long, FetchSpan> bodies = new ConcurrentHashMap<>();

    ActionSeam(RunContext run, CallFrame frame, FunctionRunner runner) {
        super(run, frame);
        this.runner = runner;
        this.fetches = new FetchSession(run.fetch());
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        Pending pending = switch (operation) {
            case Operation.Syscall syscall -> syscall(syscall, at, completion);
            case Operation.Fetch fetch -> fetch(fetch, at, completion);
            case Operation.ReadBody read -> readBody(read, completion);
            case Operation.Timer timer -> timer(timer, at, completion);
            case Operation.StoreBlob blob ->
                storage("store", at, completion, () -> run.storage().store(blob));
            case Operation.GetBlob(String id) ->
                storage("get", at, completion, () -> run.storage().get(id));
        };
        pending.delivered(allocatedBytes);
        return pending;
    }

    private Pending syscall(Operation.Syscall syscall, CallSite at, Completion completion) {
        JsonNode arguments = syscall.arguments();
        return switch (syscall.name()) {
            case "1.0/actions/query" -> nested(FunctionKind.QUERY, arguments, at, completion);
            case "1.0/actions/mutation" -> nested(FunctionKind.MUTATION, arguments, at, completion);
            case "1.0/actions/action" -> nested(FunctionKind.ACTION, arguments, at, completion);
            case "1.0/actions/schedule" ->
                async(
                        child(SpanKind.SCHEDULE, ScheduleCall.name(arguments), at)
                                .with("arguments", arguments.path("args")),
                        completion,
                        () -> Jobs.schedule(run, arguments));
            case "1.0/actions/cancel_job" ->
                async(
                        child(SpanKind.CANCEL, "cancel " + arguments.path("id").asString(), at),
                        completion,
                        () -> Jobs.cancel(run, arguments));
            case "1.0/storageGetUrl", "1.0/storageGetMetadata", "1.0/storageDelete", "1.0/storageGenerateUploadUrl" ->
                storage(
                        Syscalls.withoutVersion(syscall.name()).substring("storage".length()),
                        at,
                        completion,
                        () -> run.storage().answer(syscall.name(), arguments));
            default -> simple(syscall, at, completion);
        };
    }

    private Pending simple(Operation.Syscall syscall, CallSite at, Completion completion) {
        try {
            JsonNode answer = common(syscall.name(), syscall.arguments());
            if (answer == null && syscall.name().equals("1.0/getRequestMetadata")) {
                answer = RequestMetadata.of(run);
            }
            if (answer == null) {
                return unknown(syscall, at, completion);
            }
            return answered(
                    child(SpanKind.AUTH, Syscalls.withoutVersion(syscall.name()), at)
                            .start(),
                    completion,
                    answer);
        } catch (SyscallException e) {
            return failed(
                    child(SpanKind.AUTH, Syscalls.withoutVersion(syscall.name()), at)
                            .start(),
                    completion,
                    e);
        }
    }

    private Pending nested(FunctionKind kind, JsonNode arguments, CallSite at, Completion completion) {
        FunctionCallSpan call = FunctionCallSpan.begin(run, frame.span().id(), kind, arguments, at);
        run.submit(() -> call.run(runner, completion));
        return new SpanPending(call.span(), call::abandon);
    }

    /// Work that is done elsewhere and answers with JSON.
    private Pending async(OpenSpan span, Completion completion, Work work) {
        span.start();
        run.submit(() -> {
            try {
                Object answer = work.answer();
                if (answer instanceof JsonNode json) {
                    span.with("result", json);
                }
                span.end(SpanStatus.OK);
                completion.succeed(answer);
            } catch (SyscallException e) {
                failed(span, completion, e);
            }
        });
        return new SpanPending(span, () -> {});
    }

    /// Something that takes its time.
    @FunctionalInterface
    private interface Work {
        @Nullable
        Object answer() throws SyscallException;
    }

    private Pending storage(String what, CallSite at, Completion completion, Work work) {
        return async(child(SpanKind.STORAGE, "storage." + what, at), completion, work);
    }

    private Pending fetch(Operation.Fetch request, CallSite at, Completion completion) {
        FetchSpan span = FetchSpan.begin(child(SpanKind.FETCH, FetchSpan.name(request), at), request);
        FetchSession.Exchange exchange =
                fetches.begin(request, span.head(completion, bodyId -> bodies.put(bodyId, span)));
        return new SpanPending(span.span(), exchange::cancel);
    }

    private Pending readBody(Operation.ReadBody read, Completion completion) {
        FetchSpan span = bodies.get(read.bodyId());
        if (span == null) {
            completion.succeed(null);
            return new BodyPending(frame.span());
        }
        fetches.readBody(read, span.part(completion));
        return new BodyPending(span.span());
    }

    /// A chunk on its way: its fetch's span has ended with the head, and is extended by each chunk.
    private record BodyPending(OpenSpan span) implements Pending {
        @Override
        public long spanId() {
            return span.id();
        }

        @Override
        public void delivered(long allocatedBytes) {
            span.allocated(allocatedBytes);
        }

        @Override
        public void cancel(boolean dangling) {
            if (dangling && span.kind() == SpanKind.FETCH) {
                span.correct(SpanStatus.DANGLING);
            }
        }
    }

    private Pending timer(Operation.Timer timer, CallSite at, Completion completion) {
        OpenSpan span = child(SpanKind.TIMER, timer.name() + " " + Math.round(timer.delayMillis()) + " ms", at)
                .start();
        Future<?> due = run.timer()
                .schedule(
                        () -> {
                            span.end(SpanStatus.OK);
                            completion.succeed(null);
                        },
                        Math.round(Math.max(0, timer.delayMillis()) * 1e6),
                        TimeUnit.NANOSECONDS);
        return new SpanPending(span, () -> due.cancel(false));
    }

    @Override
    public void dropBody(long bodyId) {
        fetches.dropBody(bodyId);
        bodies.remove(bodyId);
    }

    @Override
    public double currentTimeMillis() {
        return run.clock().millis();
    }

    @Override
    public double performanceNow() {
        return Math.round(run.trace().now() / 1e5) / 10.0;
    }

    @Override
    public double random() {
        return random.nextDouble();
    }

    @Override
    public void randomBytes(byte[] target) {
        SECURE.nextBytes(target);
    }

    /// Ends what the action's responses still hold.
    void close() {
        fetches.close();
    }
}
