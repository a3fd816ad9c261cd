package dev.actionscope.app.cli;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A run as a person reads it in a terminal: result, console, call tree, findings.
public final class ResultText {
    private static final int NAME_WIDTH = 56;

    private ResultText() {}

    /// The whole run.
    public static String of(RunResult run) {
        StringBuilder text = new StringBuilder();
        text.append(run.function())
                .append("  ")
                .append(run.status().id())
                .append("  ")
                .append(duration(run.durationNanos()))
                .append("  peak ")
                .append(bytes(run.peakHeapBytes()))
                .append("  (")
                .append(run.engine())
                .append(")\n");
        error(run.error(), text);
        JsonNode value = run.value();
        if (value != null) {
            text.append("\nResult\n").append(indent(value.toPrettyString())).append('\n');
        }
        console(run.logs(), text);
        callTree(run.spans(), text);
        text.append('\n').append(findings(run.findings()));
        if (run.recording() != null) {
            text.append("\nRecording: ").append(run.recording()).append('\n');
        }
        return text.toString();
    }

    private static void error(@Nullable RunError error, StringBuilder text) {
        if (error == null) {
            return;
        }
        text.append('\n').append(error.message()).append('\n');
        for (Frame frame : error.frames()) {
            SourcePosition at = frame.position();
            text.append("    at ")
                    .append(frame.function().isEmpty() ? "<anonymous>" : frame.function())
                    .append(at == null ? "" : " (" + at + ")")
                    .append('\n');
        }
    }

    private static void console(List<LogLine> logs, StringBuilder text) {
        if (logs.isEmpty()) {
            return;
        }
        text.append("\nConsole\n");
        for (LogLine line : logs) {
            text.append("  [").append(line.level()).append("] ").append(line.text());
            SourcePosition at = line.position();
            if (at != null) {
                text.append("   ").append(at.file()).append(':').append(at.line());
            }
            text.append('\n');
        }
    }

    private static void callTree(List<Span> spans, StringBuilder text) {
        Map<Long, List<Span>> children = new TreeMap<>();
        for (Span span : spans) {
            Long parent = span.parentId();
            children.computeIfAbsent(parent == null ? 0 : parent, _ -> new ArrayList<>())
                    .add(span);
        }
        text.append("\nCalls").append(" ".repeat(NAME_WIDTH - 3)).append("   total       own memory\n");
        children.getOrDefault(0L, List.of()).forEach(root -> calls(root, 1, children, text));
    }

    private static void calls(Span span, int depth, Map<Long, List<Span>> children, StringBuilder text) {
        String name = "  ".repeat(depth) + span.kind().id() + " " + span.name();
        Long allocated = span.allocatedBytes();
        text.append(String.format(
                Locale.ROOT,
                "%-" + NAME_WIDTH + "s %10s %16s",
                name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH - 1) + "…" : name,
                duration(span.durationNanos()),
                allocated == null ? "" : bytes(allocated)));
        if (span.status() != SpanStatus.OK) {
            text.append("  ").append(span.status().id());
        }
        SourcePosition at = span.position();
        if (at != null) {
            text.append("  ").append(at);
        }
        text.append('\n');
        children.getOrDefault(span.id(), List.of()).forEach(child -> calls(child, depth + 1, children, text));
    }

    static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "Findings: none\n";
        }
        StringBuilder text = new StringBuilder("Findings\n");
        for (Finding finding : findings) {
            SourcePosition at = finding.position();
            text.append("  ")
                    .append(finding.severity().name().toLowerCase(Locale.ROOT))
                    .append("  ")
                    .append(at == null ? "" : at + "  ")
                    .append(finding.rule())
                    .append("\n      ")
                    .append(finding.message())
                    .append('\n');
        }
        return text.toString();
    }

    private static String indent(String text) {
        return "  " + text.replace("\n", "\n  ");
    }

    static String duration(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
