package dev.actionscope.inspector.console;

import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Which lines the console shows.
///
/// @param levels those that are shown
/// @param text must occur in a line, in any case; empty for all
public record ConsoleFilter(Set<LogLevel> levels, String text) {
    public static final ConsoleFilter ALL = new ConsoleFilter(EnumSet.allOf(LogLevel.class), "");

    public ConsoleFilter {
        levels = Set.copyOf(levels);
        text = text.toLowerCase(Locale.ROOT);
    }

    public boolean accepts(LogLine line) {
        return levels.contains(line.level())
                && (text.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(text));
    }

    /// The same with one level switched on or off.
    public ConsoleFilter withLevel(LogLevel level, boolean shown) {
        EnumSet<LogLevel> changed = EnumSet.noneOf(LogLevel.class);
        changed.addAll(levels);
        if (shown) {
            changed.add(level);
        } else {
            changed.remove(level);
        }
        return new ConsoleFilter(changed, text);
    }

    public ConsoleFilter withText(String wanted) {
        return new ConsoleFilter(levels, wanted);
    }
}
