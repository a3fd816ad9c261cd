package dev.actionscope.runtime.recording;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.TraceListener;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Appends a run to its file as the run goes: an event waits at most [#PAUSE_MILLIS] before it is written, so that a
/// process that is killed loses no more than that. Listener methods only queue; a thread of its own writes.
///
/// A disk that fills, or a file that vanishes, ends the recording and never the run: [#failure] then says why.
public final class RecordingWriter implements TraceListener, AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final Path file;
    private final RecordingHead head;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable String failure;

    private sealed interface Event {
        record SpanEvent(Span span) implements Event {}

        record LogEvent(LogLine line) implements Event {}

        record LargeEvent(long spanId, String attribute, JsonNode value) implements Event {}

        record ResultEvent(RunResult result) implements Event {}

        record CloseEvent() implements Event {}
    }

    private RecordingWriter(Path file, RecordingHead head) {
        this.file = file;
        this.head = head;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("recording " + file.getFileName())
                .unstarted(this::write);
    }

    /// Creates the file, which must not exist yet, and its folder.
    ///
    /// @param head what is known before the run: its function, arguments, start, …
    /// @throws IOException with one line for the user when the file cannot be made
    public static RecordingWriter create(Path file, RecordingHead head) throws IOException {
        RecordingFile.reserve(file);
        RecordingWriter writer = new RecordingWriter(file, head);
        writer.thread.start();
        return writer;
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// Why the recording ended early, or null.
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public void spanStarted(Span span) {
        events.add(new Event.SpanEvent(span));
    }

    @Override
    public void spanEnded(Span span) {
        events.add(new Event.SpanEvent(span));
    }

    @Override
    public void logged(LogLine line) {
        events.add(new Event.LogEvent(line));
    }

    @Override
    public void largeValue(long spanId, String attribute, JsonNode value) {
        events.add(new Event.LargeEvent(spanId, attribute, value));
    }

    /// The run is over: its result and findings complete the recording.
    public void finish(RunResult result) {
        events.add(new Event.ResultEvent(result));
    }

    /// Has the file closed once everything queued is written; returns at once.
    public void closeSoon() {
        events.add(new Event.CloseEvent());
        closing.countDown();
    }

    /// Writes what is queued and closes the file.
    @Override
    public void close() {
        closeSoon();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try (RecordingFile target = RecordingFile.fill(file, head)) {
            List<Event> batch = new ArrayList<>();
            boolean open = true;
            while (open) {
                batch.add(events.take());
                events.drainTo(batch);
                for (Event event : batch) {
                    open &= write(target, event);
                }
                target.commit();
                batch.clear();
                if (open) {
                    closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (SQLException | IOException e) {
            failure = "The recording " + file + " ends early: " + e.getMessage();
            drainUntilClosed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean write(RecordingFile target, Event event) throws SQLException {
        switch (event) {
            case Event.SpanEvent(Span span) -> target.writeSpan(span);
            case Event.LogEvent(LogLine line) -> target.writeLog(line);
            case Event.LargeEvent(long spanId, String attribute, JsonNode value) ->
                target.writeLargeValue(spanId, attribute, value.toString());
            case Event.ResultEvent(RunResult result) -> {
                target.writeResult(result);
                for (Finding finding : result.findings()) {
                    target.writeFinding(finding);
                }
            }
            case Event.CloseEvent() -> {
                return false;
            }
        }
        return true;
    }

    private void drainUntilClosed() {
        try {
            while (!(events.take() instanceof Event.CloseEvent)) {
                // the run goes on without being recorded
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
