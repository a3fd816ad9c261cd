package dev.actionscope.inspector.model;

import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The spans of one run as a tree, held in columns so that a million of them stay quick.
///
/// A span is a *row*, from 0 in order of arrival; [#NO_ROW] is no row, and as a parent it stands for the roots. The
/// model grows while a run goes on: [#apply] takes what began or ended. Every change gives a new [#revision]. It is
/// confined to one thread at a time; it may be built on one and handed to another.
public final class TraceModel {
    /// No row: no such span, or the parent of a root.
    public static final int NO_ROW = -1;

    private final SpanStore store = new SpanStore();
    private final SpanLinks links = new SpanLinks();
    private final LongIntMap rowsById = new LongIntMap();
    private final SelfTimes selfTimes = new SelfTimes(this);
    private @Nullable TraceTotals totals;
    private long totalsRevision = -1;
    private long revision;
    private long horizon;
    private long present;
    private long firstStart = Long.MAX_VALUE;
    private int running;

    /// A model of these spans.
    public static TraceModel of(Collection<Span> spans) {
        TraceModel model = new TraceModel();
        model.apply(spans);
        return model;
    }

    /// Takes spans that began or ended; the newer one of an id replaces the older.
    public void apply(Collection<Span> spans) {
        if (spans.isEmpty()) {
            return;
        }
        for (Span span : spans) {
            int known = rowsById.get(span.id());
            if (known == NO_ROW) {
                add(span);
            } else {
                replace(known, span);
            }
            horizon = Math.max(horizon, span.endNanos());
            firstStart = Math.min(firstStart, span.startNanos());
        }
        revision++;
    }

    /// Moves the present of a run that goes on: running spans last at least until then.
    public void advanceTo(long nanos) {
        if (nanos > present) {
            present = nanos;
            revision++;
        }
    }

    private void add(Span span) {
        int row = store.add(span);
        rowsById.put(span.id(), row);
        Long parentId = span.parentId();
        int parent = parentId == null ? NO_ROW : rowsById.get(parentId);
        links.add(row, parent);
        if (parentId != null && parent == NO_ROW) {
            links.awaitParent(row, parentId);
        }
        links.adoptOrphans(row, span.id());
        running += span.status() == SpanStatus.RUNNING ? 1 : 0;
        selfTimes.forget(row);
        forgetParent(row);
    }

    private void replace(int row, Span span) {
        running -= store.status(row) == SpanStatus.RUNNING ? 1 : 0;
        running += span.status() == SpanStatus.RUNNING ? 1 : 0;
        store.set(row, span);
        selfTimes.forget(row);
        forgetParent(row);
    }

    private void forgetParent(int row) {
        int parent = links.parent(row);
        if (parent != NO_ROW) {
            selfTimes.forget(parent);
        }
    }

    /// Grows by one with every change, from 0 for an empty model.
    public long revision() {
        return revision;
    }

    /// How many spans there are.
    public int size() {
        return store.size();
    }

    /// How many spans have begun and not ended.
    public int runningCount() {
        return running;
    }

    /// The first moment of the trace, in nanoseconds from the run's start; 0 when it is empty.
    public long startNanos() {
        return store.size() == 0 ? 0 : firstStart;
    }

    /// The last moment of the trace, in nanoseconds from the run's start: the present while something runs.
    public long endNanos() {
        return running > 0 ? Math.max(horizon, present) : horizon;
    }

    /// The row of a span, [#NO_ROW] when there is none of that id.
    public int rowOf(long spanId) {
        return rowsById.get(spanId);
    }

    public long id(int row) {
        return store.id(row);
    }

    /// The row of the span on whose behalf this one was done, [#NO_ROW] for a root.
    public int parent(int row) {
        return links.parent(row);
    }

    /// The first child in order of arrival, [#NO_ROW] when there is none; the first root for [#NO_ROW].
    public int firstChild(int row) {
        return links.first(row);
    }

    /// The next child of the same parent, [#NO_ROW] after the last.
    public int nextSibling(int row) {
        return links.next(row);
    }

    public int childCount(int row) {
        return links.count(row);
    }

    public SpanKind kind(int row) {
        return store.kind(row);
    }

    public SpanStatus status(int row) {
        return store.status(row);
    }

    public String name(int row) {
        return store.nameTable().get(store.name(row));
    }

    int nameIndex(int row) {
        return store.name(row);
    }

    List<String> nameTable() {
        return store.nameTable();
    }

    /// Where user code asked for it, null when unknown.
    public @Nullable SourcePosition position(int row) {
        return store.position(row);
    }

    public ObjectNode attributes(int row) {
        return store.attributes(row);
    }

    /// The ids of the spans that a line of the source asked for, in order of arrival.
    public List<Long> spansAt(String file, int line) {
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < store.size(); row++) {
            SourcePosition position = store.position(row);
            if (position != null && position.line() == line && position.file().equals(file)) {
                ids.add(store.id(row));
            }
        }
        return ids;
    }

    /// In nanoseconds from the run's start.
    public long start(int row) {
        return store.start(row);
    }

    /// In nanoseconds; up to the present for a span that runs.
    public long total(int row) {
        long duration = store.duration(row);
        return store.status(row) == SpanStatus.RUNNING ? Math.max(duration, endNanos() - store.start(row)) : duration;
    }

    /// In nanoseconds from the run's start; the present for a span that runs.
    public long end(int row) {
        return store.start(row) + total(row);
    }

    /// The part of the total time in which no child was under way, in nanoseconds.
    public long self(int row) {
        return selfTimes.of(row);
    }

    /// JavaScript memory allocated for this span itself, in bytes; -1 when unknown.
    public long ownMemory(int row) {
        return store.allocated(row);
    }

    /// What is summed up over whole subtrees, for the present revision.
    public TraceTotals totals() {
        TraceTotals current = totals;
        if (current == null || totalsRevision != revision) {
            current = TraceTotals.of(this);
            totals = current;
            totalsRevision = revision;
        }
        return current;
    }
}
