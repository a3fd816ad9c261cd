package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.value.DocumentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the database as it was at a timestamp, on a connection of its own; one thread at a time.
final class SnapshotReader implements AutoCloseable {
    private static final byte[] LAST_KEY = {(byte) 0xFF};

    private final Connection connection;
    private final PreparedStatement document;
    private final PreparedStatement ascending;
    private final PreparedStatement descending;
    private final PreparedStatement count;
    private final PreparedStatement changes;

    /// One document found by an index.
    record Row(byte[] key, Document document) {}

    /// One version of a document, and the one before.
    record Version(
            DocumentId id,
            long timestamp,
            @Nullable Document before,
            @Nullable Document after) {}

    SnapshotReader(Connection connection) throws SQLException {
        this.connection = connection;
        document = connection.prepareStatement(
                "SELECT body FROM documents WHERE table_number = ? AND id = ? AND ts <= ? ORDER BY ts DESC LIMIT 1");
        ascending = connection.prepareStatement(scan("ASC"));
        descending = connection.prepareStatement(scan("DESC"));
        count = connection.prepareStatement(
                "SELECT count FROM counts WHERE table_number = ? AND ts <= ? ORDER BY ts DESC LIMIT 1");
        changes = connection.prepareStatement(
                "SELECT table_number, id, ts, body FROM documents WHERE ts > ? AND ts <= ? ORDER BY ts, rowid");
    }

    /// An entry counts when it is the newest of its key at the timestamp, and no deletion.
    static String scan(String order) {
        return """
                SELECT e.key, e.document_id, (SELECT d.body FROM documents d
                        WHERE d.table_number = ?1 AND d.id = e.document_id AND d.ts <= ?2 ORDER BY d.ts DESC LIMIT 1)
                FROM index_entries e
                WHERE e.index_id = ?3 AND e.key >= ?4 AND e.key < ?5 AND e.ts <= ?2 AND e.document_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM index_entries n
                        WHERE n.index_id = e.index_id AND n.key = e.key AND n.ts > e.ts AND n.ts <= ?2)
                ORDER BY e.key %s LIMIT ?6
                """.formatted(order);
    }

    @Nullable
    Document document(DocumentId id, long timestamp) throws SQLException {
        document.setInt(1, id.table());
        document.setBytes(2, id.bytes());
        document.setLong(3, timestamp);
        try (ResultSet rows = document.executeQuery()) {
            String body = rows.next() ? rows.getString(1) : null;
            return body == null ? null : Document.read(id, body);
        }
    }

    List<Row> scan(Index index, Interval interval, boolean isDescending, long timestamp, int limit)
            throws SQLException {
        PreparedStatement scan = isDescending ? descending : ascending;
        byte[] end = interval.end();
        scan.setInt(1, index.table());
        scan.setLong(2, timestamp);
        scan.setInt(3, index.id());
        scan.setBytes(4, interval.start());
        scan.setBytes(5, end == null ? LAST_KEY : end);
        scan.setInt(6, limit);
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = scan.executeQuery()) {
            while (rows.next()) {
                DocumentId id = DocumentId.of(index.table(), rows.getBytes(2));
                found.add(new Row(rows.getBytes(1), Document.read(id, rows.getString(3))));
            }
        }
        return found;
    }

    long count(int table, long timestamp) throws SQLException {
        count.setInt(1, table);
        count.setLong(2, timestamp);
        try (ResultSet rows = count.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    List<Version> versions(long after, long upTo) throws SQLException {
        changes.setLong(1, after);
        changes.setLong(2, upTo);
        List<Version> found = new ArrayList<>();
        try (ResultSet rows = changes.executeQuery()) {
            while (rows.next()) {
                DocumentId id = DocumentId.of(rows.getInt(1), rows.getBytes(2));
                long timestamp = rows.getLong(3);
                String body = rows.getString(4);
                Document now = body == null ? null : Document.read(id, body);
                found.add(new Version(id, timestamp, document(id, timestamp - 1), now));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
