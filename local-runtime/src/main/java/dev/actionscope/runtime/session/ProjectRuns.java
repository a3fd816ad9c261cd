package dev.actionscope.runtime.session;

import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.host.RuntimeCommands.LargeValue;
import dev.actionscope.runtime.host.RuntimeEvents;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.recording.RecordingReader;
import dev.actionscope.runtime.recording.RecordingWriter;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LimitProfile;
import dev.actionscope.runtime.run.LocalDeployment;
import dev.actionscope.runtime.run.LocalRun;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.scheduling.JobState;
import dev.actionscope.runtime.scheduling.ScheduledJob;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.value.ConvexJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The runs of one open project: those that go on, and those that were recorded. Thread-safe.
final class ProjectRuns implements AutoCloseable {
    private final Project project;
    private final Engines engines;
    private final RuntimeEvents events;
    private final DeploymentData data;
    private final RecordingFolder recordings;
    private final Map<String, LocalRun> running = new ConcurrentHashMap<>();
    private volatile @Nullable LocalDeployment deployment;
    private @Nullable JobRunner jobs;
    private volatile @Nullable Path lastStubs;
    private final Set<RecordingWriter> beingWritten = ConcurrentHashMap.newKeySet();
    private volatile @Nullable BuiltProject built;

    ProjectRuns(Project project, HostFolders folders, Engines engines, RuntimeEvents events) {
        this.project = project;
        this.engines = engines;
        this.events = events;
        Path own = folders.ofProject(project.root());
        this.data = DeploymentData.at(new DataLocation.OfProject(), own);
        this.recordings = new RecordingFolder(own.resolve("recordings"));
    }

    boolean isDeployed() {
        return built != null;
    }

    /// Puts new code to use.
    ///
    /// @return one line when the data does not suit it, else empty
    synchronized String deploy(BuiltProject newCode) {
        built = newCode;
        try {
            return data.adopt(deploymentWith(newCode), newCode);
        } catch (UserException e) {
            return e.line();
        }
    }

    private synchronized LocalDeployment deploymentWith(BuiltProject code) throws UserException {
        if (deployment == null) {
            LocalDeployment opened = data.open(engines, code);
            deployment = opened;
            jobs = new JobRunner(opened.database(), opened.jobs(), Clock.systemUTC(), this::startJob);
        } else {
            deployment.deploy(code);
        }
        return deployment;
    }

    String start(RunRequest request) throws UserException {
        BuiltProject code = built;
        if (code == null) {
            throw new UserException("The project " + project.name() + " is not built yet. Wait for its functions.");
        }
        LimitProfile limits = LimitProfile.named(request.limits());
        if (limits == null) {
            throw new UserException("There is no limit profile " + request.limits() + ".");
        }
        lastStubs = stubs(request);
        RunSpec spec = new RunSpec(
                code.function(request.function()),
                request.arguments(),
                request.identity(),
                request.environment(),
                limits,
                Stubs.of(lastStubs, false),
                null);
        return start(deploymentWith(code), code, spec, request.record()).runId();
    }

    private record Started(String runId, LocalRun run) {}

    private Started start(LocalDeployment target, BuiltProject code, RunSpec spec, boolean record) {
        String runId = recordings.newRunId();
        RecordingWriter writer = record ? recordings.create(runId, spec, code, target.engineName()) : null;
        RunBroadcast broadcast = new RunBroadcast(runId, events, writer);
        LocalRun run = target.start(spec, broadcast);
        running.put(runId, run);
        run.result().thenAccept(result -> {
            running.remove(runId);
            RunResult told = broadcast.finish(result);
            if (writer != null) {
                beingWritten.add(writer);
            }
            events.runEnded(new RunEnded(runId, told));
        });
        return new Started(runId, run);
    }

    /// A scheduled function is due. It meets the outside world as the run before it did.
    private CompletableFuture<?> startJob(ScheduledJob job, String function) {
        BuiltProject code = built;
        if (code == null) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            RunSpec spec = new RunSpec(
                    code.function(function),
                    ConvexJson.encode(job.arguments().items().getFirst()),
                    null,
                    Map.of(),
                    LimitProfile.CLOUD,
                    Stubs.of(lastStubs, false),
                    job.id());
            return start(deploymentWith(code), code, spec, true).run().result();
        } catch (UserException e) {
            return giveUp(job, e.line());
        }
    }

    /// A scheduled function that cannot even be started fails, so that it is not tried for ever.
    private CompletableFuture<?> giveUp(ScheduledJob job, String reason) {
        LocalDeployment target = deployment;
        try {
            if (target != null) {
                target.jobs().complete(job.id(), new JobState.Broke(reason));
            }
        } catch (DatabaseException e) {
            return new CompletableFuture<>().orTimeout(1, TimeUnit.MINUTES);
        }
        return CompletableFuture.completedFuture(null);
    }

    private @Nullable Path stubs(RunRequest request) {
        String file = request.stubsFile();
        return file == null || file.isBlank() ? null : project.root().resolve(file);
    }

    void stop(String runId) {
        LocalRun run = running.get(runId);
        if (run != null) {
            run.stop();
        }
    }

    /// A recording is still being closed when its run's end is told: whoever reads waits.
    private void awaitWritten() {
        for (RecordingWriter writer : List.copyOf(beingWritten)) {
            writer.close();
            beingWritten.remove(writer);
        }
    }

    List<RunSummary> list() throws UserException {
        awaitWritten();
        return recordings.list();
    }

    RunResult load(String recording) throws UserException {
        awaitWritten();
        try (RecordingReader reader = RecordingReader.open(Path.of(recording))) {
            return reader.read();
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    String largeValue(LargeValue key) throws UserException {
        awaitWritten();
        try (RecordingReader reader = RecordingReader.open(Path.of(key.recording()))) {
            String value = reader.largeValue(key.spanId(), key.attribute());
            if (value == null) {
                throw new UserException("The recording holds no value " + key.attribute() + " of call " + key.spanId());
            }
            return value;
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(LocalRun::stop);
        awaitWritten();
        synchronized (this) {
            if (jobs != null) {
                jobs.close();
                jobs = null;
            }
            if (deployment != null) {
                deployment.close();
                deployment = null;
            }
        }
    }
}
