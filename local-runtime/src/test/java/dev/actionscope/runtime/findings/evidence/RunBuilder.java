package dev.actionscope.runtime.findings.evidence;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes up runs, in milliseconds.
final class RunBuilder {
    private final List<Span> spans = new ArrayList<>();
    private final List<CallEvidence> calls = new ArrayList<>();
    private final List<LogLine> logs = new ArrayList<>();

    /// A call of a function of the project; answers its span.
    long call(@Nullable Long parent, FunctionKind kind, String path, Environment in, Times times) {
        long id = span(parent, kind.spanKind(), path, times, "{}");
        calls.add(new CallEvidence(id, info(path, kind, in), List.of()));
        return id;
    }

    long action(@Nullable Long parent, String path, Times times) {
        return call(parent, FunctionKind.ACTION, path, Environment.CONVEX, times);
    }

    long span(@Nullable Long parent, SpanKind kind, String name, Times times, String attributes) {
        long id = spans.size() + 1L;
        spans.add(new Span(
                id,
                parent,
                kind,
                name,
                times.from() * 1_000_000L,
                (times.to() - times.from()) * 1_000_000L,
                null,
                times.status(),
                times.line() == 0 ? null : at(times.line()),
                (ObjectNode) JsonMapper.shared().readTree(attributes)));
        return id;
    }

    /// Adds what a call did not await, at a line.
    void left(long call, int line, UnawaitedPromise.Kind kind, UnawaitedPromise.State state, String what, long... ids) {
        CallSite site = new CallSite(List.of(new Frame("handler", at(line))));
        List<Long> spanIds = Arrays.stream(ids).boxed().toList();
        UnawaitedPromise promise = new UnawaitedPromise(site, kind, state, what, "handler", spanIds, 1);
        calls.replaceAll(evidence -> {
            if (evidence.spanId() != call) {
                return evidence;
            }
            List<UnawaitedPromise> longer = new ArrayList<>(evidence.unawaited());
            longer.add(promise);
            return new CallEvidence(call, evidence.function(), longer);
        });
    }

    void warn(long span, int line, String text) {
        logs.add(new LogLine(LogLevel.WARN, text, at(line), span, 0));
    }

    List<Finding> findings() {
        return RunFindings.of(new RunEvidence(spans, calls, logs));
    }

    /// `rule@line message`, a line each.
    String text() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings()) {
            SourcePosition position = finding.position();
            text.append(finding.rule()).append('@').append(position == null ? "?" : position.line());
            text.append(' ')
                    .append(finding.message())
                    .append(' ')
                    .append(finding.spanIds())
                    .append('\n');
        }
        return text.toString().strip();
    }

    static Times ok(int line, long from, long to) {
        return new Times(line, from, to, SpanStatus.OK);
    }

    static Times failed(int line, long from, long to) {
        return new Times(line, from, to, SpanStatus.ERROR);
    }

    /// Where, when and how.
    record Times(int line, long from, long to, SpanStatus status) {}

    private static SourcePosition at(int line) {
        return new SourcePosition("convex/a.ts", line, 5);
    }

    private static FunctionInfo info(String path, FunctionKind kind, Environment in) {
        return new FunctionInfo(path, kind, true, in, JsonMapper.shared().readTree("{\"type\":\"any\"}"), null, null);
    }
}
