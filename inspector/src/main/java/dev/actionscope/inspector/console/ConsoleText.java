package dev.actionscope.inspector.console;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.Locale;

/// Console entries as text.
public final class ConsoleText {
    private ConsoleText() {}

    /// `00:01.250`: minutes, seconds and milliseconds from the run's start.
    public static String time(long atNanos) {
        long millis = Math.max(0, atNanos) / 1_000_000;
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    /// One entry for the clipboard: time, level, text, full place.
    public static String line(ConsoleEntry entry) {
        SourcePosition position = entry.line().position();
        String where = position == null ? "" : "  (" + position.file() + ":" + position.line() + ")";
        String level = entry.line().level().name().toLowerCase(Locale.ROOT);
        return time(entry.line().atNanos()) + " " + level + " " + entry.line().text() + where;
    }
}
