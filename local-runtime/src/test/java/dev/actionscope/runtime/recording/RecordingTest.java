package dev.actionscope.runtime.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class RecordingTest {
    private static final SourcePosition LINE = new SourcePosition("convex/orders.ts", 7, 3);

    @TempDir
    private Path folder;

    private static RecordingHead head() {
        return new RecordingHead(
                "r1",
                "orders:place",
                "action",
                "convex",
                "interpreter",
                JsonNodeFactory.instance.objectNode().put("sku", "mug"),
                1_700_000_000_000L,
                "abc");
    }

    private static Span span(long id, @Nullable Long parent, SpanStatus status) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("url", "https://example.com/?a=\"b\"");
        return new Span(
                id,
                parent,
                SpanKind.FETCH,
                "GET example.com",
                10 * id,
                5,
                id == 1 ? null : 77L,
                status,
                LINE,
                attributes);
    }

    private static RunResult result(String file) {
        RunError error = new RunError(
                "Uncaught Error: no",
                JsonMapper.shared().readTree("{\"code\":3}"),
                List.of(new Frame("handler", LINE), new Frame("", null)));
        return new RunResult(
                "orders:place",
                SpanKind.ACTION,
                "convex",
                "interpreter",
                RunStatus.ERROR,
                null,
                error,
                1234,
                99,
                List.of(new LogLine(LogLevel.WARN, "two\nlines", LINE, 1, 12)),
                List.of(span(1, null, SpanStatus.OK), span(2, 1L, SpanStatus.DANGLING)),
                List.of(new Finding(
                        "dangling-promise",
                        Severity.WARNING,
                        "not awaited",
                        LINE,
                        "orders:place",
                        List.of(2L),
                        "await it")),
                file);
    }

    @Test
    void aRecordingIsReadBackEqual() throws IOException {
        Path file = folder.resolve("run.ascope");
        RunResult written = result(file.toString());
        try (RecordingWriter writer = RecordingWriter.create(file, head())) {
            writer.spanStarted(span(1, null, SpanStatus.RUNNING));
            writer.logged(written.logs().getFirst());
            written.spans().forEach(writer::spanEnded);
            writer.largeValue(2, "responseBody", JsonMapper.shared().readTree("[1,2,3]"));
            writer.finish(written);
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertEquals(head(), reader.head());
            assertEquals(written, reader.read());
            assertEquals("[1,2,3]", reader.largeValue(2, "responseBody"));
            assertNull(reader.largeValue(2, "nothing"));
            assertEquals(new RecordingReader.Totals(RunStatus.ERROR, 1234, 2, 1), reader.totals());
        }
    }

    @Test
    void aRecordingThatWasCutOffShowsWhatWasWritten() throws IOException {
        Path file = folder.resolve("cut.ascope");
        try (RecordingWriter writer = RecordingWriter.create(file, head())) {
            writer.spanStarted(span(1, null, SpanStatus.RUNNING));
            writer.spanEnded(span(2, 1L, SpanStatus.OK));
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            RunResult read = reader.read();
            assertEquals(RunStatus.CANCELED, read.status());
            assertEquals(
                    List.of(SpanStatus.CANCELED, SpanStatus.OK),
                    read.spans().stream().map(Span::status).toList());
            assertNull(reader.totals().status());
        }
    }

    @Test
    void aFileThatIsNoRecordingIsRefusedWithOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "these are not the bytes you look for");
        assertOneLine(assertThrows(IOException.class, () -> RecordingReader.open(file)));
        assertOneLine(assertThrows(IOException.class, () -> RecordingReader.open(folder.resolve("absent"))));
    }

    @Test
    void aNewerFormatIsRefusedByItsNumber() throws Exception {
        Path file = folder.resolve("newer.ascope");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table head(name text, value text)");
            statement.execute("pragma user_version=999");
        }
        IOException refused = assertThrows(IOException.class, () -> RecordingReader.open(file));
        assertOneLine(refused);
        assertTrue(String.valueOf(refused.getMessage()).contains("999"), refused::getMessage);
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.ascope"), "keep me");
        assertOneLine(assertThrows(IOException.class, () -> RecordingWriter.create(file, head())));
        assertEquals("keep me", Files.readString(file));
    }

    private static void assertOneLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        assertEquals(1, message.lines().count(), message);
    }
}
