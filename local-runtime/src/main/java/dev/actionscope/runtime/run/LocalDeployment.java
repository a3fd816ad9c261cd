package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.IsolateEngine;
import dev.actionscope.runtime.isolate.RunningCall;
import dev.actionscope.runtime.node.NodeRuntime;
import dev.actionscope.runtime.scheduling.ScheduledJobs;
import dev.actionscope.runtime.schema.TableNames;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.TraceListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// A project's functions with a database behind them: what `npx convex dev` has in the cloud, here. The code can be
/// replaced while runs go on; they keep the code they started with. Thread-safe.
public final class LocalDeployment implements AutoCloseable {
    private final IsolateEngine engine;
    private final NodeRuntime node;
    private final Database database;
    private final FileStorage storage;
    private final ScheduledJobs jobs;
    private final Clock clock;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("operation ", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("run timers").factory());
    private volatile BuiltProject code;

    /// @param parts what it is made of; closing this closes the database, not the engines
    /// @param code what to run
    /// @throws DatabaseException when the disk fails
    public LocalDeployment(Parts parts, BuiltProject code) throws DatabaseException {
        this.engine = parts.engine();
        this.node = parts.node();
        this.database = parts.database();
        this.clock = parts.clock();
        this.storage = new FileStorage(database, parts.files(), parts.dropsFiles(), "http://127.0.0.1:3210");
        this.jobs = ScheduledJobs.of(database, clock);
        jobs.failInterrupted();
        this.code = code;
    }

    /// What a deployment is made of.
    ///
    /// @param files the folder of stored files, made when the first is stored
    /// @param dropsFiles whether that folder goes with the deployment
    public record Parts(
            IsolateEngine engine, NodeRuntime node, Database database, Path files, boolean dropsFiles, Clock clock) {}

    /// Replaces the code; runs that go on keep theirs.
    public void deploy(BuiltProject newCode) {
        code = newCode;
    }

    /// Starts a run; returns at once.
    ///
    /// @param listener hears of everything the run does
    public LocalRun start(RunSpec spec, TraceListener listener) {
        TraceBuilder trace = new TraceBuilder(listener, System::nanoTime);
        RunContext context = new RunContext(this, spec, trace, UUID.randomUUID().toString());
        return LocalRun.start(context, executor);
    }

    /// `interpreter` or `optimising`.
    public String engineName() {
        return engine.name();
    }

    /// The data.
    public Database database() {
        return database;
    }

    BuiltProject code() {
        return code;
    }

    /// Starts one call of a run in the runtime it is written for.
    RunningCall start(RunContext run, FunctionInfo function, FunctionCall call, Seam seam) {
        if (FunctionRunner.runsInNode(function)) {
            return node.call(
                    run.code().bundle(), call, seam, run.limits().of(function.kind(), false), run.environment());
        }
        boolean interpreter = engine.name().equals("interpreter");
        return engine.call(run.code().bundle(), call, seam, run.limits().of(function.kind(), interpreter));
    }

    TableNames tableNames() {
        return database.tableNames();
    }

    FileStorage storage() {
        return storage;
    }

    /// The functions scheduled for later.
    public ScheduledJobs jobs() {
        return jobs;
    }

    ExecutorService executor() {
        return executor;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        timer.shutdownNow();
        storage.close();
        database.close();
    }
}
