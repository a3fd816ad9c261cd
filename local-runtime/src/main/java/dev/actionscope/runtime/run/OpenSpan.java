package dev.actionscope.runtime.run;

import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A span while it can still change. Thread-safe: its trace's monitor guards it.
final class OpenSpan {
    private final TraceBuilder trace;
    private final long id;
    private final @Nullable Long parentId;
    private final SpanKind kind;
    private final long startNanos;
    private final @Nullable SourcePosition position;
    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    private String name;
    private long endNanos = -1;
    private long allocatedBytes;
    private boolean allocationKnown;
    private SpanStatus status = SpanStatus.RUNNING;

    OpenSpan(
            TraceBuilder trace,
            long id,
            @Nullable Long parentId,
            SpanKind kind,
            String name,
            long startNanos,
            @Nullable SourcePosition position) {
        this.trace = trace;
        this.id = id;
        this.parentId = parentId;
        this.kind = kind;
        this.name = name;
        this.startNanos = startNanos;
        this.position = position;
    }

    long id() {
        return id;
    }

    boolean isRoot() {
        return parentId == null;
    }

    SpanKind kind() {
        return kind;
    }

    String name() {
        synchronized (trace) {
            return name;
        }
    }

    void rename(String newName) {
        synchronized (trace) {
            name = newName;
        }
    }

    OpenSpan with(String attribute, JsonNode value) {
        synchronized (trace) {
            attributes.set(attribute, LargeValues.shorten(value, full -> trace.largeValue(id, attribute, full)));
        }
        return this;
    }

    OpenSpan with(String attribute, String value) {
        return with(attribute, JsonNodeFactory.instance.stringNode(value));
    }

    OpenSpan with(String attribute, long value) {
        // as JSON is read: a span that was recorded and read back is equal to the one that was seen live
        return with(
                attribute,
                value == (int) value
                        ? JsonNodeFactory.instance.numberNode((int) value)
                        : JsonNodeFactory.instance.numberNode(value));
    }

    void allocated(long bytes) {
        synchronized (trace) {
            allocationKnown = true;
            allocatedBytes += Math.max(0, bytes);
            if (status != SpanStatus.RUNNING) {
                trace.changed(this);
            }
        }
    }

    OpenSpan start() {
        trace.started(this);
        return this;
    }

    void end(SpanStatus endStatus) {
        synchronized (trace) {
            if (status == SpanStatus.RUNNING) {
                status = endStatus;
                endNanos = trace.now();
                trace.ended(this);
            }
        }
    }

    /// Moves the end of a span that has ended to now: something more of it has happened.
    void extend() {
        synchronized (trace) {
            if (status != SpanStatus.RUNNING) {
                endNanos = trace.now();
                trace.changed(this);
            }
        }
    }

    /// It failed, now or after it had seemed well; what was canceled stays so.
    void fail() {
        synchronized (trace) {
            if (status == SpanStatus.RUNNING) {
                end(SpanStatus.ERROR);
            } else if (status == SpanStatus.OK) {
                correct(SpanStatus.ERROR);
            }
        }
    }

    /// Corrects the status of a span that may have ended: what its function left behind is dangling.
    void correct(SpanStatus corrected) {
        synchronized (trace) {
            if (status == SpanStatus.RUNNING) {
                end(corrected);
            } else if (status != corrected) {
                status = corrected;
                trace.changed(this);
            }
        }
    }

    Span toSpan() {
        synchronized (trace) {
            long end = endNanos < 0 ? trace.now() : endNanos;
            return new Span(
                    id,
                    parentId,
                    kind,
                    name,
                    startNanos,
                    end - startNanos,
                    allocationKnown ? allocatedBytes : null,
                    status,
                    position,
                    attributes.deepCopy());
        }
    }
}
