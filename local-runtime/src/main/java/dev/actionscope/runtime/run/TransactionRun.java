package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.database.CommitResult;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.scheduling.JobState;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A query or mutation run in its transaction: committed when it returns, thrown away when it fails, run again from the
/// start when somebody else changed what it had read.
final class TransactionRun {
    private static final int RETRIES = 4;
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final int DEEPEST = 8;

    private final RunContext run;
    private final FunctionRunner runner;

    TransactionRun(RunContext run, FunctionRunner runner) {
        this.run = run;
        this.runner = runner;
    }

    /// In a transaction of its own.
    CallOutcome run(CallFrame frame, JsonNode arguments, Calls calls) {
        String job = frame.isRoot() ? run.spec().job() : null;
        try {
            for (int attempt = 0; ; attempt++) {
                try (Transaction transaction = run.begin()) {
                    if (job != null && run.jobs().start(transaction, job).isEmpty()) {
                        return ScheduledRun.notWaiting();
                    }
                    CallOutcome outcome = attempt(transaction, frame, arguments, calls);
                    if (outcome instanceof CallOutcome.Failed
                            || frame.function().kind() == FunctionKind.QUERY) {
                        return outcome;
                    }
                    if (job != null) {
                        run.jobs().complete(transaction, job, new JobState.Succeeded());
                    }
                    if (!(transaction.commit() instanceof CommitResult.Conflict conflict)) {
                        return outcome;
                    }
                    if (attempt == RETRIES) {
                        return CallOutcome.Failed.of(conflict.message());
                    }
                    frame.span().with("retries", attempt + 1);
                    backOff(attempt);
                }
            }
        } catch (DatabaseException | SyscallException e) {
            return CallOutcome.Failed.of(String.valueOf(e.getMessage()));
        }
    }

    private CallOutcome attempt(Transaction transaction, CallFrame frame, JsonNode arguments, Calls calls) {
        TransactionScope scope = new TransactionScope(
                transaction,
                run.clock().millis(),
                new SplittableRandom(),
                frame.function().kind() == FunctionKind.MUTATION,
                calls);
        return inScope(scope, frame, arguments);
    }

    private CallOutcome inScope(TransactionScope scope, CallFrame frame, JsonNode arguments) {
        TransactionSeam seam = new TransactionSeam(run, frame, runner, scope);
        try {
            return runner.outcome(frame, runner.isolate(frame, arguments, seam, scope.calls()));
        } finally {
            seam.close();
        }
    }

    private static void backOff(int attempt) {
        long most = Math.min(2000, FIRST_BACKOFF_MILLIS << attempt);
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// In the transaction of the caller: what it wrote is taken back when it fails, and the caller goes on.
    ///
    /// @param budget what the call may use, null for what the whole still may
    CallOutcome runWithin(
            TransactionScope scope, CallFrame frame, JsonNode arguments, @Nullable TransactionLimits budget) {
        if (frame.depth() > DEEPEST) {
            return CallOutcome.Failed.of(
                    "Cross component call depth limit exceeded. Do you have an infinite loop in your app?");
        }
        boolean isMutation = frame.function().kind() == FunctionKind.MUTATION;
        TransactionScope nested = scope.nested(isMutation);
        if (!isMutation && budget == null) {
            return inScope(nested, frame, arguments);
        }
        Transaction transaction = scope.transaction();
        transaction.beginSubtransaction(budget);
        CallOutcome outcome = inScope(nested, frame, arguments);
        if (outcome instanceof CallOutcome.Returned) {
            transaction.commitSubtransaction();
        } else {
            transaction.rollbackSubtransaction();
        }
        return outcome;
    }
}
