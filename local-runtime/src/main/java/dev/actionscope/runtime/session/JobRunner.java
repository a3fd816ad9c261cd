package dev.actionscope.runtime.session;

import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.Table;
import dev.actionscope.runtime.run.FunctionAddress;
import dev.actionscope.runtime.scheduling.ScheduledJob;
import dev.actionscope.runtime.scheduling.ScheduledJobs;
import java.time.Clock;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs scheduled functions when they are due, some at a time, for as long as a project is open.
final class JobRunner implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final ScheduledJobs jobs;
    private final Clock clock;
    private final Start start;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scheduled functions").factory());
    private @Nullable Future<?> next;

    /// Starts the run of a due function.
    @FunctionalInterface
    interface Start {
        /// @param function as in `emails:send`
        /// @return completes when the run is over
        CompletableFuture<?> job(ScheduledJob job, String function);
    }

    JobRunner(Database database, ScheduledJobs jobs, Clock clock, Start start) {
        this.jobs = jobs;
        this.clock = clock;
        this.start = start;
        database.onCommit(commit -> {
            if (commit.tables().contains(Table.SCHEDULED_FUNCTIONS)) {
                look();
            }
        });
        look();
    }

    /// Looks, soon and on the timer's thread, for functions that are due.
    private void look() {
        if (!timer.isShutdown()) {
            timer.execute(this::startDue);
        }
    }

    private void startDue() {
        for (ScheduledJob job : jobs.dueAt((double) clock.millis(), AT_ONCE * 2)) {
            if (running.size() < AT_ONCE && running.add(job.id())) {
                start.job(job, FunctionAddress.canonical(job.name())).whenComplete((_, _) -> {
                    running.remove(job.id());
                    look();
                });
            }
        }
        wakeForNext();
    }

    private void wakeForNext() {
        OptionalDouble due = jobs.nextDueTime();
        if (next != null) {
            next.cancel(false);
        }
        if (due.isPresent() && running.size() < AT_ONCE) {
            long delay = Math.max(1, (long) Math.ceil(due.getAsDouble() - clock.millis()));
            next = timer.schedule(this::startDue, delay, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
