package dev.actionscope.inspector;

import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Spans for tests, written as lines: `id parent kind start+duration status name`, times in milliseconds.
public final class SampleTrace {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Span> spans = new ArrayList<>();

    /// Spans from lines such as `2 1 fetch 4.5+60 ok GET api.giphy.com`; `-` is no parent.
    public static List<Span> lines(String lines) {
        SampleTrace trace = new SampleTrace();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split(" ", 6);
            String[] time = parts[3].split("\\+");
            trace.add(
                    Long.parseLong(parts[0]),
                    parts[1].equals("-") ? null : Long.valueOf(parts[1]),
                    SpanKind.of(parts[2]),
                    parts[5],
                    Double.parseDouble(time[0]),
                    Double.parseDouble(time[1]),
                    SpanStatus.of(parts[4]),
                    null,
                    null,
                    "{}");
        });
        return trace.spans;
    }

    public List<Span> spans() {
        return spans;
    }

    public SampleTrace add(
            long id,
            @Nullable Long parent,
            SpanKind kind,
            String name,
            double startMillis,
            double millis,
            SpanStatus status,
            @Nullable Long bytes,
            @Nullable SourcePosition position,
            String attributes) {
        spans.add(new Span(
                id,
                parent,
                kind,
                name,
                Math.round(startMillis * 1e6),
                Math.round(millis * 1e6),
                bytes,
                status,
                position,
                (ObjectNode) JSON.readTree(attributes)));
        return this;
    }

    /// A synthetic trace of that many spans: an action with calls of nine operations each, one call at a time.
    public static List<Span> synthetic(int count) {
        SpanKind[] kinds = {SpanKind.DB, SpanKind.FETCH, SpanKind.STORAGE, SpanKind.TIMER};
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        List<Span> spans = new ArrayList<>(count);
        long length = count * 100L;
        spans.add(new Span(1, null, SpanKind.ACTION, "load:all", 0, length, 1L, SpanStatus.OK, null, none));
        for (int id = 2; id <= count; id++) {
            int place = (id - 2) % 10;
            long call = (long) id - place;
            long start = (id - 2) / 10 * 1000L;
            if (place == 0) {
                spans.add(new Span(id, 1L, SpanKind.MUTATION, "load:one", start, 980, 2L, SpanStatus.OK, null, none));
            } else {
                SpanStatus status = id % 1000 == 7 ? SpanStatus.ERROR : SpanStatus.OK;
                SpanKind kind = kinds[id % kinds.length];
                String name = kind.id() + " row" + id % 50;
                spans.add(new Span(id, call, kind, name, start + place * 100L, 80, 3L, status, null, none));
            }
        }
        return spans;
    }
}
