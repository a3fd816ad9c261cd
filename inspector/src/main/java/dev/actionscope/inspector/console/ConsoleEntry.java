package dev.actionscope.inspector.console;

import dev.actionscope.runtime.trace.LogLine;
import java.util.List;

/// A logged line with its place in the console.
///
/// @param number from 0, in order of arrival; never used twice
/// @param line what was logged
public record ConsoleEntry(long number, LogLine line) {
    /// The first line of its text.
    public String head() {
        int end = line.text().indexOf('\n');
        return end < 0 ? line.text() : line.text().substring(0, end);
    }

    /// Whether there is more to see than the head shows: further lines, or more than `width` characters.
    public boolean isLong(int width) {
        return line.text().indexOf('\n') >= 0 || line.text().length() > width;
    }

    /// Its lines, each cut into pieces of at most `width` characters.
    public List<String> pieces(int width) {
        return line.text().lines().flatMap(text -> chunks(text, width).stream()).toList();
    }

    private static List<String> chunks(String text, int width) {
        if (text.length() <= width) {
            return List.of(text);
        }
        List<String> chunks = new java.util.ArrayList<>();
        for (int at = 0; at < text.length(); at += width) {
            chunks.add(text.substring(at, Math.min(text.length(), at + width)));
        }
        return chunks;
    }
}
