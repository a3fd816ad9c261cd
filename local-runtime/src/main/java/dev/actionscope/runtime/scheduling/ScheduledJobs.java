package dev.actionscope.runtime.scheduling;

import dev.actionscope.runtime.database.CommitResult;
import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.database.QueryStream;
import dev.actionscope.runtime.database.Table;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.database.query.Query.Bound;
import dev.actionscope.runtime.database.query.Query.Relation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.ValueException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// The functions scheduled for later: rows of `_scheduled_functions`, written in a mutation's transaction or, from
/// actions, at once. Whoever runs them asks [#nextDueTime()] and [#dueAt], claims one, runs it without any identity,
/// and completes it. For any thread.
///
/// A mutation is claimed and completed in its own transaction ([#start(Transaction, String)],
/// [#complete(Transaction, String, JobState.Event)]), so it runs exactly once; an action is claimed before it starts
/// ([#claim]) and so runs at most once.
public final class ScheduledJobs {
    private static final String BY_DUE = "by_state_and_time";
    private static final FieldPath KIND = new FieldPath(List.of("state", "kind"));
    private static final FieldPath TIME = new FieldPath(List.of("scheduledTime"));

    private final Database database;
    private final InstantSource clock;

    private ScheduledJobs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The scheduled functions of a database.
    ///
    /// @throws DatabaseException when the disk fails
    public static ScheduledJobs of(Database database, InstantSource clock) throws DatabaseException {
        database.ensureSystemIndex(Table.SCHEDULED_FUNCTIONS, BY_DUE, List.of(KIND, TIME));
        return new ScheduledJobs(database, clock);
    }

    /// What to schedule.
    ///
    /// @param function `dir/mod.js:fn`, known to exist
    /// @param arguments with exactly one object
    /// @param atSeconds since the epoch, as the syscall has it
    /// @param scheduler the scheduled function on whose behalf it is scheduled; once that one is canceled, what it
    ///     schedules is canceled from the start
    public record Request(
            String function,
            Array arguments,
            double atSeconds,
            @Nullable String scheduler) {}

    /// Schedules in a mutation's transaction: only if it commits.
    ///
    /// @return the id
    public String schedule(Transaction transaction, Request request) throws SyscallException {
        double now = nowMillis();
        ScheduleTime.check(request.atSeconds(), now / 1000);
        transaction.countScheduled(request.arguments().size());
        return insert(transaction, request, now);
    }

    /// Schedules at once, as actions do.
    ///
    /// @return the id
    public String schedule(Request request) throws SyscallException, DatabaseException {
        double now = nowMillis();
        ScheduleTime.check(request.atSeconds(), now / 1000);
        return inOwnTransaction(transaction -> insert(transaction, request, now));
    }

    private String insert(Transaction transaction, Request request, double now) throws SyscallException {
        ScheduledJob job = new ScheduledJob(
                "", request.function(), request.arguments(), request.atSeconds() * 1000, null, new JobState.Pending());
        String scheduler = request.scheduler();
        if (scheduler != null) {
            Optional<ScheduledJob> parent = find(transaction, scheduler);
            if (parent.isPresent() && parent.get().state() instanceof JobState.Canceled) {
                job = new ScheduledJob("", job.name(), job.arguments(), now, now, new JobState.Canceled());
            }
        }
        return transaction
                .insertSystem(Table.SCHEDULED_FUNCTIONS, job.toValue())
                .id()
                .encode();
    }

    /// Cancels in a mutation's transaction. What is over already stays as it is.
    ///
    /// @param running the scheduled function that asks, if it is one
    public void cancel(Transaction transaction, String id, @Nullable String running) throws SyscallException {
        if (id.equals(running)) {
            throw new SyscallException("A mutation cannot cancel itself");
        }
        checkId(transaction, id);
        apply(transaction, id, new JobState.CancelRequested());
    }

    /// Cancels at once, as actions do.
    public void cancel(String id) throws SyscallException, DatabaseException {
        inOwnTransaction(transaction -> {
            checkId(transaction, id);
            return apply(transaction, id, new JobState.CancelRequested());
        });
    }

    private static void checkId(Transaction transaction, String id) throws SyscallException {
        String table;
        try {
            table = transaction.tableOf(DocumentId.decode(id));
        } catch (ValueException invalid) {
            throw new SyscallException("Invalid argument `id` for `db.cancel_job`: " + invalid.text());
        }
        if (!Table.SCHEDULED_FUNCTIONS.equals(table)) {
            throw new SyscallException(
                    "Invalid scheduled function ID. The ID must be an ID on the" + " '_scheduled_functions' table.");
        }
    }

    /// The one with that id.
    public Optional<ScheduledJob> find(Transaction transaction, String id) throws SyscallException {
        try {
            DocumentId documentId = DocumentId.decode(id);
            if (!Table.SCHEDULED_FUNCTIONS.equals(transaction.tableOf(documentId))) {
                return Optional.empty();
            }
            return Optional.ofNullable(transaction.get(documentId)).map(ScheduledJob::of);
        } catch (ValueException noId) {
            return Optional.empty();
        }
    }

    /// Those whose time has come and that wait, the earliest first.
    ///
    /// @param nowMillis since the epoch
    public List<ScheduledJob> dueAt(double nowMillis, int most) {
        return waiting(List.of(new Bound(Relation.AT_MOST, TIME, new Float64(nowMillis))), most);
    }

    /// When the earliest that waits is due, milliseconds since the epoch; empty when none waits.
    public OptionalDouble nextDueTime() {
        List<ScheduledJob> next = waiting(List.of(), 1);
        return next.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(next.getFirst().scheduledTime());
    }

    private List<ScheduledJob> waiting(List<Bound> more, int most) {
        return inState(new JobState.Pending(), more, most);
    }

    private List<ScheduledJob> inState(JobState state, List<Bound> more, int most) {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound(Relation.EQUAL, KIND, new Text(state.kind())));
        bounds.addAll(more);
        Query query = new Query(
                new Query.IndexRange(Table.SCHEDULED_FUNCTIONS, BY_DUE, bounds, false),
                List.of(new Query.Limit(most)),
                JsonNodeFactory.instance.nullNode());
        List<ScheduledJob> jobs = new ArrayList<>();
        try (Transaction transaction = database.begin()) {
            QueryStream stream = transaction.query(query);
            for (Document document = stream.next(); document != null; document = stream.next()) {
                jobs.add(ScheduledJob.of(document));
            }
        } catch (SyscallException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jobs;
    }

    /// Takes a waiting action to run it.
    ///
    /// @return empty when it no longer waits: canceled, or taken by another
    public Optional<ScheduledJob> claim(String id) throws DatabaseException {
        return internally(transaction -> start(transaction, id));
    }

    /// Marks a waiting mutation as running, in its own transaction, where it sees itself so.
    ///
    /// @return empty when it no longer waits
    public Optional<ScheduledJob> start(Transaction transaction, String id) throws SyscallException {
        return apply(transaction, id, new JobState.Started());
    }

    /// Says how one ended. One that was canceled meanwhile stays canceled.
    public void complete(String id, JobState.Event outcome) throws DatabaseException {
        internally(transaction -> apply(transaction, id, outcome));
    }

    /// The same in a transaction: a mutation's own when it succeeded.
    public void complete(Transaction transaction, String id, JobState.Event outcome) throws SyscallException {
        apply(transaction, id, outcome);
    }

    /// Fails what was running when the process before this one ended: an action does not run a second time.
    ///
    /// @return those
    public List<ScheduledJob> failInterrupted() throws DatabaseException {
        List<ScheduledJob> interrupted = inState(new JobState.InProgress(), List.of(), Integer.MAX_VALUE);
        for (ScheduledJob job : interrupted) {
            complete(job.id(), new JobState.Broke("Transient error while executing action"));
        }
        return interrupted;
    }

    private Optional<ScheduledJob> apply(Transaction transaction, String id, JobState.Event event)
            throws SyscallException {
        Optional<ScheduledJob> job = find(transaction, id);
        Optional<ScheduledJob> changed =
                job.flatMap(found -> found.state().next(event).map(next -> found.in(next, nowMillis())));
        if (changed.isPresent()) {
            try {
                transaction.replace(DocumentId.decode(id), changed.get().toValue());
            } catch (ValueException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return changed;
    }

    private interface Work<T> {
        T in(Transaction transaction) throws SyscallException;
    }

    /// Small transactions that conflict are simply done again: each conflict means that another one got through.
    private <T> T inOwnTransaction(Work<T> work) throws SyscallException, DatabaseException {
        while (true) {
            try (Transaction transaction = database.begin(TransactionLimits.CONVEX)) {
                T result = work.in(transaction);
                if (transaction.commit() instanceof CommitResult.Committed) {
                    return result;
                }
            }
        }
    }

    private <T> T internally(Work<T> work) throws DatabaseException {
        try {
            return inOwnTransaction(work);
        } catch (SyscallException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private double nowMillis() {
        return clock.millis();
    }
}
