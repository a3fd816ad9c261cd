package dev.actionscope.app.cli;

import dev.actionscope.runtime.recording.RunErrorText;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run as `--output json` prints it; the shape is a public contract.
final class ResultJson {
    private ResultJson() {}

    static ObjectNode of(RunResult run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("function", run.function());
        json.put("kind", run.kind().id());
        json.put("runtime", run.runtime());
        json.put("engine", run.engine());
        json.put("status", run.status().id());
        if (run.value() != null) {
            json.set("value", run.value());
        }
        if (run.error() != null) {
            json.set("error", RunErrorText.toJson(run.error()));
        }
        json.put("durationMs", Math.round(run.durationNanos() / 1e3) / 1e3);
        json.put("peakHeapBytes", run.peakHeapBytes());
        ArrayNode logs = json.putArray("logs");
        run.logs().forEach(line -> logs.add(log(line)));
        ArrayNode spans = json.putArray("spans");
        run.spans().forEach(span -> spans.add(span(span)));
        json.set("findings", findings(run.findings()));
        json.put("recording", run.recording());
        return json;
    }

    static ArrayNode findings(Iterable<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> array.add(finding(finding)));
        return array;
    }

    private static ObjectNode log(LogLine line) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("level", level(line.level()))
                .put("text", line.text());
        place(json, line.position(), false);
        return json.put("spanId", line.spanId());
    }

    private static String level(LogLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode span(Span span) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", span.id())
                .put("parentId", span.parentId())
                .put("kind", span.kind().id())
                .put("name", span.name())
                .put("startNs", span.startNanos())
                .put("durationNs", span.durationNanos())
                .put("allocatedBytes", span.allocatedBytes())
                .put("status", span.status().id());
        place(json, span.position(), true);
        json.set("attributes", span.attributes());
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rule", finding.rule())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("message", finding.message());
        place(json, finding.position(), true);
        json.put("function", finding.function());
        ArrayNode ids = json.putArray("spanIds");
        finding.spanIds().forEach(ids::add);
        return json.put("help", finding.help());
    }

    private static void place(ObjectNode json, @Nullable SourcePosition at, boolean withColumn) {
        json.put("file", at == null ? null : at.file());
        json.put("line", at == null ? null : (Integer) at.line());
        if (withColumn) {
            json.put("column", at == null ? null : (Integer) at.column());
        }
    }
}
