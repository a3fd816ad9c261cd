package dev.actionscope.runtime.recording;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The SQLite file behind one recorded run; the layout is in `docs/decisions/0003-recording.md`. One thread.
final class RecordingFile implements AutoCloseable {
    /// Of the layout; readers accept this and every older one.
    static final int FORMAT_VERSION = 1;

    private static final String[] TABLES = {
        "create table head(name text primary key, value text not null) without rowid",
        "create table span(id integer primary key, parent integer, kind text not null, name text not null,"
                + " start_ns integer not null, duration_ns integer not null, allocated integer, status text not null,"
                + " file text, line integer, col integer, attributes text not null)",
        "create table log(at_ns integer not null, level text not null, text text not null, span integer not null,"
                + " file text, line integer, col integer)",
        "create table finding(rule text not null, severity text not null, message text not null, file text,"
                + " line integer, col integer, function text not null, spans text not null, help text not null)",
        "create table large(span integer not null, attribute text not null, value text not null,"
                + " primary key(span, attribute)) without rowid",
        "create table result(status text not null, value text, error text, duration_ns integer not null,"
                + " peak_heap integer not null)",
    };

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private RecordingFile(Connection connection) {
        this.connection = connection;
    }

    /// Makes the file, empty, so that nobody else takes its name.
    ///
    /// @throws IOException with one line for the user when it exists already or cannot be made
    static void reserve(Path file) throws IOException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot record to " + file + ": " + reason(e) + ". Give another place with --record FILE.", e);
        }
    }

    /// Makes a reserved file a recording.
    static RecordingFile fill(Path file, RecordingHead head) throws IOException, SQLException {
        Files.write(file, EmptyRecording.bytes());
        RecordingFile made = new RecordingFile(DriverManager.getConnection("jdbc:sqlite:" + file));
        made.begin(head);
        return made;
    }

    /// Lays out an empty recording.
    static void layOut(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma application_id=" + 0x41534350);
            statement.execute("pragma user_version=" + FORMAT_VERSION);
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.FileAlreadyExistsException _ -> "the file exists already";
            case java.nio.file.AccessDeniedException _ -> "its folder cannot be written to";
            default -> String.valueOf(e.getMessage());
        };
    }

    private void begin(RecordingHead head) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous=normal");
        }
        connection.setAutoCommit(false);
        put("runId", head.runId());
        put("function", head.function());
        put("kind", head.kind());
        put("runtime", head.runtime());
        put("engine", head.engine());
        put("arguments", head.arguments().toString());
        put("startedAtMillis", Long.toString(head.startedAtMillis()));
        put("bundleHash", head.bundleHash());
        connection.commit();
    }

    private void put(String name, String value) throws SQLException {
        write("insert into head values(?,?)", name, value);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void writeSpan(Span span) throws SQLException {
        SourcePosition at = span.position();
        write(
                "insert or replace into span values(?,?,?,?,?,?,?,?,?,?,?,?)",
                span.id(),
                span.parentId(),
                span.kind().id(),
                span.name(),
                span.startNanos(),
                span.durationNanos(),
                span.allocatedBytes(),
                span.status().id(),
                at == null ? null : at.file(),
                at == null ? null : at.line(),
                at == null ? null : at.column(),
                span.attributes().toString());
    }

    void writeLog(LogLine line) throws SQLException {
        SourcePosition at = line.position();
        write(
                "insert into log values(?,?,?,?,?,?,?)",
                line.atNanos(),
                line.level().name(),
                line.text(),
                line.spanId(),
                at == null ? null : at.file(),
                at == null ? null : at.line(),
                at == null ? null : at.column());
    }

    void writeFinding(Finding finding) throws SQLException {
        SourcePosition at = finding.position();
        write(
                "insert into finding values(?,?,?,?,?,?,?,?,?)",
                finding.rule(),
                finding.severity().name(),
                finding.message(),
                at == null ? null : at.file(),
                at == null ? null : at.line(),
                at == null ? null : at.column(),
                finding.function(),
                finding.spanIds().toString(),
                finding.help());
    }

    void writeLargeValue(long spanId, String attribute, String value) throws SQLException {
        write("insert or replace into large values(?,?,?)", spanId, attribute, value);
    }

    void writeResult(RunResult result) throws SQLException {
        write(
                "insert into result values(?,?,?,?,?)",
                result.status().id(),
                result.value() == null ? null : result.value().toString(),
                result.error() == null ? null : RunErrorText.write(result.error()),
                result.durationNanos(),
                result.peakHeapBytes());
    }

    private void write(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}
