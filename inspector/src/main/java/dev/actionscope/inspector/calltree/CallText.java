package dev.actionscope.inspector.calltree;

import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.runtime.trace.SourcePosition;

/// Calls as lines of plain text, for the clipboard.
public final class CallText {
    private CallText() {}

    /// One call: name, kind, status, times, memory and full position, separated by tabs.
    public static String line(TraceModel model, int row) {
        SourcePosition position = model.position(row);
        return String.join(
                "\t",
                model.name(row),
                model.kind(row).id(),
                model.status(row).id(),
                "total " + Quantities.duration(model.total(row)),
                "self " + Quantities.duration(model.self(row)),
                memory(model.ownMemory(row)),
                position == null ? "" : position.toString());
    }

    /// A call and all below it, indented by two spaces a level, at most that many lines.
    public static String subtree(TraceModel model, int row, int most) {
        StringBuilder text = new StringBuilder();
        int written = 0;
        int depth = 0;
        for (int at = row; at != TraceModel.NO_ROW && written < most; written++) {
            text.append("  ".repeat(depth)).append(line(model, at)).append('\n');
            int next = model.firstChild(at);
            if (next != TraceModel.NO_ROW) {
                depth++;
            } else {
                while (at != row && model.nextSibling(at) == TraceModel.NO_ROW) {
                    at = model.parent(at);
                    depth--;
                }
                next = at == row ? TraceModel.NO_ROW : model.nextSibling(at);
            }
            at = next;
        }
        return text.toString();
    }

    /// A size, or a dash for an unknown one.
    public static String memory(long bytes) {
        return bytes < 0 ? "–" : Quantities.bytes(bytes);
    }
}
