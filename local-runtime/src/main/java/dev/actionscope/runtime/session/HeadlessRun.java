package dev.actionscope.runtime.session;

import dev.actionscope.runtime.recording.RecordingWriter;
import dev.actionscope.runtime.run.LocalDeployment;
import dev.actionscope.runtime.run.LocalRun;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.SilentListener;
import dev.actionscope.runtime.trace.TraceListener;
import org.jspecify.annotations.Nullable;

/// A run of the command line, with its deployment and its recording.
public final class HeadlessRun implements AutoCloseable {
    private final LocalDeployment deployment;
    private final LocalRun run;
    private final @Nullable RecordingWriter recording;

    private HeadlessRun(LocalDeployment deployment, LocalRun run, @Nullable RecordingWriter recording) {
        this.deployment = deployment;
        this.run = run;
        this.recording = recording;
    }

    static HeadlessRun start(LocalDeployment deployment, RunSpec spec, @Nullable RecordingWriter recording) {
        TraceListener listener = recording == null ? new SilentListener() : recording;
        return new HeadlessRun(deployment, deployment.start(spec, listener), recording);
    }

    /// Waits for the end of the run, and of its recording.
    public RunResult await() {
        RunResult result = run.result().join();
        if (recording == null) {
            return result;
        }
        recording.finish(result);
        recording.close();
        return recording.failure() == null ? result.recordedTo(recording.file().toString()) : result;
    }

    /// Why the recording ended early, or null.
    public @Nullable String recordingFailure() {
        return recording == null ? null : recording.failure();
    }

    /// Ends the run as soon as can be.
    public void stop() {
        run.stop();
    }

    /// Whether user code does not end although it was told to.
    public boolean isUnstoppable() {
        return run.isUnstoppable();
    }

    @Override
    public void close() {
        deployment.close();
    }
}
