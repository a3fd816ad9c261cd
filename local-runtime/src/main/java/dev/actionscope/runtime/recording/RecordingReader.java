package dev.actionscope.runtime.recording;

import dev.actionscope.runtime.trace.Finding;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads a recorded run, also one whose process was killed: what was written by then is shown, with the status
/// `canceled`.
public final class RecordingReader implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;
    private final Connection connection;
    private final Map<String, String> head;

    private RecordingReader(Path file, Connection connection, Map<String, String> head) {
        this.file = file;
        this.connection = connection;
        this.head = head;
    }

    /// Opens a recording.
    ///
    /// @throws IOException with one line for the user when it is none, is damaged, or is of a newer version
    public static RecordingReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no recording at " + file + ".");
        }
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement();
                    ResultSet version = statement.executeQuery("pragma user_version")) {
                int found = version.getInt(1);
                if (found == 0 || found > RecordingFile.FORMAT_VERSION) {
                    throw new SQLException(
                            found == 0
                                    ? "it is not a recording of Actionscope"
                                    : "it was made by a newer version (format " + found + ")");
                }
            }
            Map<String, String> head = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select name, value from head")) {
                while (rows.next()) {
                    head.put(rows.getString(1), rows.getString(2));
                }
            }
            return new RecordingReader(file, connection, head);
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw unreadable(file, e);
        }
    }

    private static void closeQuietly(@Nullable Connection connection, SQLException reason) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static IOException unreadable(Path file, Exception e) {
        return new IOException("Cannot read the recording " + file + ": " + e.getMessage() + ".", e);
    }

    /// What was known before the run.
    public RecordingHead head() {
        return new RecordingHead(
                text("runId"),
                text("function"),
                text("kind"),
                text("runtime"),
                text("engine"),
                MAPPER.readTree(head.getOrDefault("arguments", "{}")),
                Long.parseLong(head.getOrDefault("startedAtMillis", "0")),
                text("bundleHash"));
    }

    private String text(String name) {
        return head.getOrDefault(name, "");
    }

    /// What a list of runs shows.
    ///
    /// @param status null when the recording was cut off
    public record Totals(@Nullable RunStatus status, long durationNanos, int spanCount, int findingCount) {}

    /// What a list of runs shows, without reading the spans.
    ///
    /// @throws IOException with one line for the user when the file is damaged
    public Totals totals() throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select status from result),"
                        + " coalesce((select duration_ns from result), (select max(start_ns + duration_ns) from span), 0),"
                        + " (select count(*) from span), (select count(*) from finding)")) {
            String status = row.getString(1);
            return new Totals(status == null ? null : status(status), row.getLong(2), row.getInt(3), row.getInt(4));
        } catch (SQLException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /// The whole run.
    ///
    /// @throws IOException with one line for the user when the file is damaged
    public RunResult read() throws IOException {
        try {
            List<Span> spans = spans();
            long lastNanos = spans.stream().mapToLong(Span::endNanos).max().orElse(0);
            RunStatus status = RunStatus.CANCELED;
            JsonNode value = null;
            RunError error = new RunError("The run was cut off while it was being recorded.", null, List.of());
            long duration = lastNanos;
            long peak = 0;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from result")) {
                if (row.next()) {
                    status = status(row.getString(1));
                    value = row.getString(2) == null ? null : MAPPER.readTree(row.getString(2));
                    error = row.getString(3) == null ? null : RunErrorText.read(row.getString(3));
                    duration = row.getLong(4);
                    peak = row.getLong(5);
                }
            }
            return new RunResult(
                    text("function"),
                    SpanKind.of(text("kind")),
                    text("runtime"),
                    text("engine"),
                    status,
                    value,
                    error,
                    duration,
                    peak,
                    logs(),
                    spans,
                    findings(),
                    file.toString());
        } catch (SQLException | JacksonException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /// A value that was held aside, as JSON text; null when there is none.
    ///
    /// @throws IOException with one line for the user when the file is damaged
    public @Nullable String largeValue(long spanId, String attribute) throws IOException {
        try (PreparedStatement statement =
                connection.prepareStatement("select value from large where span=? and attribute=?")) {
            statement.setLong(1, spanId);
            statement.setString(2, attribute);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static RunStatus status(String id) {
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such status: " + id));
    }

    private List<Span> spans() throws SQLException {
        List<Span> spans = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from span order by id")) {
            while (row.next()) {
                long parent = row.getLong(2);
                Long parentId = row.wasNull() ? null : parent;
                long allocated = row.getLong(7);
                Long allocatedBytes = row.wasNull() ? null : allocated;
                SpanStatus status = SpanStatus.of(row.getString(8));
                spans.add(new Span(
                        row.getLong(1),
                        parentId,
                        SpanKind.of(row.getString(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        allocatedBytes,
                        status == SpanStatus.RUNNING ? SpanStatus.CANCELED : status,
                        position(row, 9),
                        (ObjectNode) MAPPER.readTree(row.getString(12))));
            }
        }
        return spans;
    }

    private List<LogLine> logs() throws SQLException {
        List<LogLine> logs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from log order by rowid")) {
            while (row.next()) {
                logs.add(new LogLine(
                        LogLevel.valueOf(row.getString(2)),
                        row.getString(3),
                        position(row, 5),
                        row.getLong(4),
                        row.getLong(1)));
            }
        }
        return logs;
    }

    private List<Finding> findings() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from finding order by rowid")) {
            while (row.next()) {
                List<Long> spanIds = new ArrayList<>();
                MAPPER.readTree(row.getString(8)).forEach(id -> spanIds.add(id.asLong()));
                findings.add(new Finding(
                        row.getString(1),
                        Severity.valueOf(row.getString(2)),
                        row.getString(3),
                        position(row, 4),
                        row.getString(7),
                        spanIds,
                        row.getString(9)));
            }
        }
        return findings;
    }

    private static @Nullable SourcePosition position(ResultSet row, int firstColumn) throws SQLException {
        String source = row.getString(firstColumn);
        return source == null
                ? null
                : new SourcePosition(source, row.getInt(firstColumn + 1), row.getInt(firstColumn + 2));
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }
}
