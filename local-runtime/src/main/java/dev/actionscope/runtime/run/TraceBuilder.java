package dev.actionscope.runtime.run;

import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Collects the spans and log lines of one run, and tells a listener of each as it happens. Thread-safe: the calls of
/// a run come from the threads of all its isolates.
public final class TraceBuilder {
    private final TraceListener listener;
    private final LongSupplier nanoClock;
    private final long startedAt;
    private final TreeMap<Long, OpenSpan> open = new TreeMap<>();
    private final TreeMap<Long, Span> ended = new TreeMap<>();
    private final List<LogLine> logs = new ArrayList<>();
    private long lastId;

    /// @param nanoClock a monotonic clock; its value now is the run's start
    public TraceBuilder(TraceListener listener, LongSupplier nanoClock) {
        this.listener = listener;
        this.nanoClock = nanoClock;
        this.startedAt = nanoClock.getAsLong();
    }

    /// Nanoseconds since the run's start.
    long now() {
        return nanoClock.getAsLong() - startedAt;
    }

    synchronized OpenSpan begin(
            @Nullable Long parentId, SpanKind kind, String name, @Nullable SourcePosition position) {
        OpenSpan span = new OpenSpan(this, ++lastId, parentId, kind, name, now(), position);
        open.put(span.id(), span);
        return span;
    }

    synchronized void started(OpenSpan span) {
        listener.spanStarted(span.toSpan());
    }

    synchronized void ended(OpenSpan span) {
        open.remove(span.id());
        Span done = span.toSpan();
        ended.put(done.id(), done);
        listener.spanEnded(done);
    }

    synchronized void changed(OpenSpan span) {
        Span done = span.toSpan();
        ended.put(done.id(), done);
        listener.spanEnded(done);
    }

    synchronized void log(LogLevel level, String text, @Nullable SourcePosition position, long spanId) {
        LogLine line = new LogLine(level, text, position, spanId, now());
        logs.add(line);
        listener.logged(line);
    }

    synchronized void largeValue(long spanId, String attribute, JsonNode value) {
        listener.largeValue(spanId, attribute, value);
    }

    /// The spans that have not ended, in order of start.
    synchronized List<OpenSpan> openSpans() {
        return new ArrayList<>(open.values());
    }

    /// All spans, in order of start.
    public synchronized List<Span> spans() {
        TreeMap<Long, Span> all = new TreeMap<>(ended);
        open.values().forEach(span -> all.put(span.id(), span.toSpan()));
        return List.copyOf(all.values());
    }

    /// All log lines, in order.
    public synchronized Collection<LogLine> logs() {
        return List.copyOf(logs);
    }
}
