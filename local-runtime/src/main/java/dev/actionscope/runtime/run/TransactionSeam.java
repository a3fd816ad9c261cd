package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.database.syscalls.CallFacts;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/// The boundary of queries and mutations: a database snapshot, a clock that stands still, randomness that is seeded,
/// and
/// nothing of the outside world. Operations end before the next begins.
final class TransactionSeam extends FunctionSeam {
    private final FunctionRunner runner;
    private final TransactionScope scope;
    private final DatabaseSyscalls database;
    private final QuerySpans queries;

    TransactionSeam(RunContext run, CallFrame frame, FunctionRunner runner, TransactionScope scope) {
        super(run, frame);
        this.runner = runner;
        this.scope = scope;
        this.database = new DatabaseSyscalls(scope.isMutation() ? Access.WRITE : Access.READ);
        this.queries = new QuerySpans(this);
    }

    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        return switch (syscall) {
            case "1.0/queryStream" -> queries.open(arguments, database(syscall, arguments), database.facts(), at);
            case "1.0/queryCleanup" -> {
                queries.end(arguments.path("queryId").asLong());
                yield database(syscall, arguments);
            }
            case "1.0/db/normalizeId", "1.0/getTransactionMetrics", "1.0/getSnapshotTs" -> database(syscall, arguments);
            default -> super.call(syscall, arguments, at);
        };
    }

    private JsonNode database(String syscall, JsonNode arguments) throws SyscallException {
        return database.handle(syscall, arguments, scope.transaction());
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        Pending pending = switch (operation) {
            case Operation.Syscall syscall -> syscall(syscall, at, completion);
            case Operation.Fetch fetch -> forbidden("fetch()", SpanKind.FETCH, FetchSpan.name(fetch), at, completion);
            case Operation.ReadBody _ -> forbidden("fetch()", SpanKind.FETCH, "read body", at, completion);
            case Operation.Timer(double _, String name) -> forbidden(name, SpanKind.TIMER, name, at, completion);
            case Operation.StoreBlob _ ->
                forbidden("storage.store()", SpanKind.STORAGE, "storage.store", at, completion);
            case Operation.GetBlob _ -> forbidden("storage.get()", SpanKind.STORAGE, "storage.get", at, completion);
        };
        pending.delivered(allocatedBytes);
        return pending;
    }

    private Pending forbidden(String what, SpanKind kind, String name, CallSite at, Completion completion) {
        return failed(
                child(kind, name, at).start(),
                completion,
                new SyscallException("Can't use " + what
                        + " in queries and mutations. Please consider using an action."
                        + " See https://docs.convex.dev/functions/actions for more details."));
    }

    private Pending syscall(Operation.Syscall syscall, CallSite at, Completion completion) {
        JsonNode arguments = syscall.arguments();
        return switch (syscall.name()) {
            case "1.0/runUdf" -> nested(arguments, at, completion);
            case "1.0/queryStreamNext" ->
                queries.next(arguments, completion, () -> database(syscall.name(), arguments));
            case "1.0/schedule" ->
                now(
                        child(SpanKind.SCHEDULE, ScheduleCall.name(arguments), at)
                                .with("arguments", arguments.path("args")),
                        completion,
                        () -> {
                            needsMutation("schedule");
                            return Jobs.schedule(run, arguments, scope.transaction());
                        });
            case "1.0/cancel_job" ->
                now(child(SpanKind.CANCEL, "cancel " + arguments.path("id").asString(), at), completion, () -> {
                    needsMutation("cancel_job");
                    return Jobs.cancel(run, arguments, scope.transaction());
                });
            case "1.0/storageGetUrl", "1.0/storageGetMetadata", "1.0/storageDelete", "1.0/storageGenerateUploadUrl" ->
                now(
                        child(
                                SpanKind.STORAGE,
                                "storage."
                                        + Syscalls.withoutVersion(syscall.name())
                                                .substring("storage".length()),
                                at),
                        completion,
                        () -> run.storage().answer(syscall.name(), arguments, scope.transaction()));
            default -> other(syscall, at, completion);
        };
    }

    private Pending other(Operation.Syscall syscall, CallSite at, Completion completion) {
        String name = syscall.name();
        if (DatabaseSyscalls.handles(name)) {
            OpenSpan span = child(SpanKind.DB, Syscalls.withoutVersion(name), at);
            return now(span, completion, () -> {
                try {
                    return database(name, syscall.arguments());
                } finally {
                    describe(span, syscall.arguments(), database.facts());
                }
            });
        }
        return now(child(SpanKind.AUTH, Syscalls.withoutVersion(name), at), completion, () -> {
            JsonNode answer = common(name, syscall.arguments());
            if (answer == null && name.equals("1.0/getRequestMetadata")) {
                answer = RequestMetadata.of(run);
            }
            if (answer == null) {
                throw new SyscallException("Unknown async operation " + Syscalls.withoutVersion(name));
            }
            return answer;
        });
    }

    private static void describe(OpenSpan span, JsonNode arguments, CallFacts facts) {
        span.rename(facts.title());
        span.with("arguments", arguments);
        if (facts.table() != null) {
            span.with("table", facts.table());
        }
        if (facts.documentsRead() > 0) {
            span.with("documentsRead", facts.documentsRead());
        }
        if (facts.documentsWritten() > 0) {
            span.with("documentsWritten", facts.documentsWritten());
        }
    }

    private void needsMutation(String what) throws SyscallException {
        if (!scope.isMutation()) {
            throw new SyscallException("`" + what + "` is only available in mutations, not in queries.");
        }
    }

    /// What a transaction does at once.
    @FunctionalInterface
    interface Step {
        JsonNode answer() throws SyscallException;
    }

    Pending now(OpenSpan span, Completion completion, Step step) {
        span.start();
        try {
            return answered(span, completion, step.answer());
        } catch (SyscallException e) {
            return failed(span, completion, e);
        } catch (UncheckedIOException e) {
            return failed(span, completion, new SyscallException("The database failed: " + e.getMessage()));
        }
    }

    private Pending nested(JsonNode arguments, CallSite at, Completion completion) {
        String type = arguments.path("udfType").asString();
        FunctionKind kind = type.equals("mutation") ? FunctionKind.MUTATION : FunctionKind.QUERY;
        FunctionCallSpan call = FunctionCallSpan.begin(run, frame.span().id(), kind, arguments, at);
        if (kind == FunctionKind.MUTATION && !scope.isMutation()) {
            return failed(
                    call.span(),
                    completion,
                    new SyscallException("Cannot call a mutation function from a query function"));
        }
        run.submit(() -> call.runWithin(runner, scope, frame.depth() + 1, completion));
        return new SpanPending(call.span(), () -> {});
    }

    @Override
    public double currentTimeMillis() {
        return scope.nowMillis();
    }

    @Override
    public double performanceNow() {
        return scope.isMutation() ? Math.round(run.trace().now() / 1e5) / 10.0 : 0;
    }

    @Override
    public double random() {
        return scope.random().nextDouble();
    }

    @Override
    public void randomBytes(byte[] target) throws SyscallException {
        throw new SyscallException("Can't use cryptographic randomness in queries and mutations."
                + " Please consider using an action."
                + " See https://docs.convex.dev/functions/actions for more details.");
    }

    /// Ends the queries that user code left open.
    void close() {
        queries.endAll(SpanStatus.OK);
    }
}
