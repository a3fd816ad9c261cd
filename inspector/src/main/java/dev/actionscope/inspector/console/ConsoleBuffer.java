package dev.actionscope.inspector.console;

import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The last lines that were logged, and those of them that the filter shows.
///
/// Holds at most a fixed number of entries; the oldest give way. Confined to one thread.
public final class ConsoleBuffer {
    /// How many entries the workbench keeps.
    public static final int CAPACITY = 100_000;
    /// How many characters a line shows before it must be expanded.
    public static final int LINE_WIDTH = 240;
    /// How many lines an expanded entry shows at most.
    static final int EXPANDED_LINES = 2_000;

    private final int capacity;
    private final List<ConsoleEntry> entries = new ArrayList<>();
    private final List<ConsoleRow> rows = new ArrayList<>();
    private final Set<Long> expanded = new HashSet<>();
    private final Map<LogLevel, Integer> counts = new EnumMap<>(LogLevel.class);
    private ConsoleFilter filter = ConsoleFilter.ALL;
    private long next;

    public ConsoleBuffer(int capacity) {
        this.capacity = capacity;
    }

    /// Adds lines; when that makes too many, as many of the oldest leave.
    public void append(Collection<LogLine> lines) {
        for (LogLine line : lines) {
            ConsoleEntry entry = new ConsoleEntry(next++, line);
            entries.add(entry);
            counts.merge(line.level(), 1, Integer::sum);
            if (filter.accepts(line)) {
                rows.addAll(rowsOf(entry));
            }
        }
        dropOldest(entries.size() - capacity);
    }

    private void dropOldest(int tooMany) {
        if (tooMany <= 0) {
            return;
        }
        List<ConsoleEntry> leaving = entries.subList(0, tooMany);
        for (ConsoleEntry entry : leaving) {
            counts.merge(entry.line().level(), -1, Integer::sum);
            expanded.remove(entry.number());
        }
        leaving.clear();
        long oldest = entries.getFirst().number();
        int rowsLeaving = 0;
        while (rowsLeaving < rows.size() && rows.get(rowsLeaving).entry().number() < oldest) {
            rowsLeaving++;
        }
        rows.subList(0, rowsLeaving).clear();
    }

    /// Shows what the filter accepts.
    public void filter(ConsoleFilter wanted) {
        filter = wanted;
        rebuild();
    }

    public ConsoleFilter filter() {
        return filter;
    }

    /// Shows all of an entry, or only its first line again.
    public void toggle(ConsoleEntry entry) {
        if (!expanded.remove(entry.number())) {
            expanded.add(entry.number());
        }
        rebuild();
    }

    public boolean isExpanded(ConsoleEntry entry) {
        return expanded.contains(entry.number());
    }

    /// Forgets everything.
    public void clear() {
        entries.clear();
        rows.clear();
        expanded.clear();
        counts.clear();
    }

    private void rebuild() {
        rows.clear();
        for (ConsoleEntry entry : entries) {
            if (filter.accepts(entry.line())) {
                rows.addAll(rowsOf(entry));
            }
        }
    }

    private List<ConsoleRow> rowsOf(ConsoleEntry entry) {
        boolean isLong = entry.isLong(LINE_WIDTH);
        if (!isLong || !expanded.contains(entry.number())) {
            return List.of(new ConsoleRow(entry, cut(entry.head()), 0, isLong));
        }
        List<String> pieces = entry.pieces(LINE_WIDTH);
        List<ConsoleRow> lines = new ArrayList<>();
        for (int piece = 0; piece < Math.min(pieces.size(), EXPANDED_LINES); piece++) {
            lines.add(new ConsoleRow(entry, pieces.get(piece), piece, true));
        }
        return lines;
    }

    private static String cut(String text) {
        return text.length() > LINE_WIDTH ? text.substring(0, LINE_WIDTH) + "…" : text;
    }

    /// The lines to show, oldest first; a live view of this buffer.
    public List<ConsoleRow> rows() {
        return java.util.Collections.unmodifiableList(rows);
    }

    public int entryCount() {
        return entries.size();
    }

    /// How many entries of that level are kept.
    public int count(LogLevel level) {
        return counts.getOrDefault(level, 0);
    }

    /// All shown entries as text, one line each with level and place.
    public String shownText() {
        StringBuilder text = new StringBuilder();
        for (ConsoleEntry entry : entries) {
            if (filter.accepts(entry.line())) {
                text.append(ConsoleText.line(entry)).append('\n');
            }
        }
        return text.toString();
    }
}
