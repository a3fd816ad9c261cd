package dev.actionscope.runtime.session;

import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RuntimeEvents;
import dev.actionscope.runtime.recording.RecordingWriter;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Passes a run's trace on to its recording at once, and to the workbench in batches of some 30 milliseconds.
final class RunBroadcast implements TraceListener {
    private static final Executor LATER = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);

    private final String runId;
    private final RuntimeEvents events;
    private final @Nullable RecordingWriter recording;
    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private final List<LogLine> logs = new ArrayList<>();
    private boolean sending;
    private boolean finished;

    RunBroadcast(String runId, RuntimeEvents events, @Nullable RecordingWriter recording) {
        this.runId = runId;
        this.events = events;
        this.recording = recording;
    }

    @Override
    public void spanStarted(Span span) {
        if (recording != null) {
            recording.spanStarted(span);
        }
        changed(span);
    }

    @Override
    public void spanEnded(Span span) {
        if (recording != null) {
            recording.spanEnded(span);
        }
        changed(span);
    }

    private synchronized void changed(Span span) {
        spans.put(span.id(), span);
        sendSoon();
    }

    @Override
    public void logged(LogLine line) {
        if (recording != null) {
            recording.logged(line);
        }
        synchronized (this) {
            logs.add(line);
            sendSoon();
        }
    }

    @Override
    public void largeValue(long spanId, String attribute, JsonNode value) {
        if (recording != null) {
            recording.largeValue(spanId, attribute, value);
        }
    }

    private synchronized void sendSoon() {
        if (!sending && !finished) {
            sending = true;
            LATER.execute(this::send);
        }
    }

    private synchronized void send() {
        sending = false;
        if (!finished) {
            events.runProgress(new RunProgress(runId, List.copyOf(spans.values()), logs));
            spans.clear();
            logs.clear();
        }
    }

    /// Completes the recording, which is closed soon, and tells where it is.
    RunResult finish(RunResult result) {
        synchronized (this) {
            finished = true;
        }
        if (recording == null) {
            return result;
        }
        recording.finish(result);
        recording.closeSoon();
        return recording.failure() == null ? result.recordedTo(recording.file().toString()) : result;
    }
}
