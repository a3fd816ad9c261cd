package dev.actionscope.inspector.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleBufferTest {
    private static LogLine line(LogLevel level, String text) {
        return new LogLine(level, text, new SourcePosition("convex/orders.ts", 12, 3), 1, 1_250_000_000L);
    }

    @Test
    void the_oldest_lines_give_way() {
        ConsoleBuffer buffer = new ConsoleBuffer(1000);
        for (int batch = 0; batch < 30; batch++) {
            int from = batch * 100;
            buffer.append(IntStream.range(from, from + 100)
                    .mapToObj(i -> line(LogLevel.LOG, "line " + i))
                    .toList());
        }
        assertEquals(1000, buffer.entryCount());
        assertEquals("line 2000", buffer.rows().getFirst().text());
        assertEquals("line 2999", buffer.rows().getLast().text());
        assertEquals(1000, buffer.count(LogLevel.LOG));
    }

    @Test
    void filters_by_level_and_text_what_is_there_and_what_comes() {
        ConsoleBuffer buffer = new ConsoleBuffer(10);
        buffer.append(
                List.of(line(LogLevel.LOG, "Paid"), line(LogLevel.WARN, "paid twice"), line(LogLevel.WARN, "slow")));
        buffer.filter(ConsoleFilter.ALL.withLevel(LogLevel.LOG, false).withText("PAID"));
        assertEquals(List.of("paid twice"), texts(buffer));
        buffer.append(List.of(line(LogLevel.ERROR, "not paid"), line(LogLevel.LOG, "paid")));
        assertEquals(List.of("paid twice", "not paid"), texts(buffer));
        buffer.filter(ConsoleFilter.ALL);
        assertEquals(5, buffer.rows().size());
    }

    @Test
    void long_entries_show_their_first_line_until_they_are_expanded() {
        ConsoleBuffer buffer = new ConsoleBuffer(10);
        buffer.append(List.of(line(LogLevel.LOG, "{\n  a: 1\n}"), line(LogLevel.LOG, "x".repeat(500))));
        assertEquals("{", buffer.rows().getFirst().text());
        assertTrue(buffer.rows().getFirst().expandable());
        buffer.toggle(buffer.rows().getFirst().entry());
        assertEquals(List.of("{", "  a: 1", "}"), texts(buffer).subList(0, 3));
        buffer.toggle(buffer.rows().getLast().entry());
        assertEquals(6, buffer.rows().size());
        buffer.toggle(buffer.rows().getFirst().entry());
        assertEquals(4, buffer.rows().size());
    }

    @Test
    void entries_are_copied_with_time_level_and_place() {
        ConsoleBuffer buffer = new ConsoleBuffer(10);
        buffer.append(List.of(line(LogLevel.WARN, "slow")));
        assertEquals("00:01.250 warn slow  (convex/orders.ts:12)\n", buffer.shownText());
    }

    private static List<String> texts(ConsoleBuffer buffer) {
        return buffer.rows().stream().map(ConsoleRow::text).toList();
    }
}
