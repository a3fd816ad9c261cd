package dev.actionscope.runtime.database;

import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.FieldPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes commits on the one connection that writes. Guarded by the database's commit lock.
final class CommitWriter implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement commit;
    private final PreparedStatement document;
    private final PreparedStatement entry;
    private final PreparedStatement count;
    private final PreparedStatement table;
    private final PreparedStatement index;

    CommitWriter(Connection connection) throws SQLException {
        this.connection = connection;
        commit = connection.prepareStatement("INSERT INTO commits(ts) VALUES (?)");
        document = connection.prepareStatement("INSERT INTO documents(table_number, id, ts, body) VALUES (?, ?, ?, ?)");
        entry = connection.prepareStatement(
                "INSERT INTO index_entries(index_id, key, ts, document_id) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET document_id = excluded.document_id");
        count = connection.prepareStatement("INSERT INTO counts(table_number, ts, count) VALUES (?1, ?2, ?3 + coalesce("
                + "(SELECT count FROM counts WHERE table_number = ?1 AND ts < ?2 ORDER BY ts DESC LIMIT 1), 0))");
        table = connection.prepareStatement("INSERT INTO tables(number, name) VALUES (?, ?)");
        index = connection.prepareStatement(
                "INSERT INTO indexes(id, table_number, name, fields, staged) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET staged = excluded.staged");
    }

    Connection connection() {
        return connection;
    }

    void writeCommit(long timestamp) throws SQLException {
        commit.setLong(1, timestamp);
        commit.executeUpdate();
    }

    void writeDocument(DocumentId id, long timestamp, @Nullable Document now) throws SQLException {
        document.setInt(1, id.table());
        document.setBytes(2, id.bytes());
        document.setLong(3, timestamp);
        document.setString(4, now == null ? null : now.toJson().toString());
        document.executeUpdate();
    }

    /// @param id null when the key is gone
    void writeEntry(Index of, byte[] key, long timestamp, @Nullable DocumentId id) throws SQLException {
        entry.setInt(1, of.id());
        entry.setBytes(2, key);
        entry.setLong(3, timestamp);
        entry.setBytes(4, id == null ? null : id.bytes());
        entry.executeUpdate();
    }

    void writeCount(int tableNumber, long timestamp, long change) throws SQLException {
        count.setInt(1, tableNumber);
        count.setLong(2, timestamp);
        count.setLong(3, change);
        count.executeUpdate();
    }

    void writeTable(Table created) throws SQLException {
        table.setInt(1, created.number());
        table.setString(2, created.name());
        table.executeUpdate();
    }

    void writeIndex(Index created) throws SQLException {
        index.setInt(1, created.id());
        index.setInt(2, created.table());
        index.setString(3, created.name());
        index.setString(4, created.fields().stream().map(FieldPath::dotted).collect(Collectors.joining(",")));
        index.setBoolean(5, created.staged());
        index.executeUpdate();
    }

    void dropIndex(Index gone) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE indexes SET dropped = 1 WHERE id = " + gone.id());
        }
    }

    /// Deletes the entries of dropped indexes.
    void purgeDropped() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM index_entries WHERE index_id IN (SELECT id FROM indexes WHERE dropped = 1)");
        }
    }

    /// Deletes versions that a newer one had replaced by then, and after that the deletions of that time: while those
    /// are there, what they delete must be found to be replaced.
    void forgetBefore(long timestamp) throws SQLException {
        String[] steps = {
            "DELETE FROM documents WHERE ts < %1$d AND EXISTS (SELECT 1 FROM documents n WHERE n.table_number ="
                    + " documents.table_number AND n.id = documents.id AND n.ts > documents.ts AND n.ts <= %1$d)",
            "DELETE FROM documents WHERE ts <= %1$d AND body IS NULL",
            "DELETE FROM index_entries WHERE ts < %1$d AND EXISTS (SELECT 1 FROM index_entries n WHERE n.index_id ="
                    + " index_entries.index_id AND n.key = index_entries.key AND n.ts > index_entries.ts"
                    + " AND n.ts <= %1$d)",
            "DELETE FROM index_entries WHERE ts <= %1$d AND document_id IS NULL",
            "DELETE FROM counts WHERE EXISTS (SELECT 1 FROM counts n WHERE n.table_number = counts.table_number"
                    + " AND n.ts > counts.ts AND n.ts <= %1$d)",
            "DELETE FROM commits WHERE ts < %1$d",
        };
        try (Statement statement = connection.createStatement()) {
            for (String step : steps) {
                statement.execute(step.formatted(timestamp));
            }
        }
    }

    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, name FROM tables")) {
            while (rows.next()) {
                tables.add(new Table(rows.getInt(1), rows.getString(2)));
            }
        }
        return tables;
    }

    List<Index> indexes() throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, table_number, name, fields, staged FROM indexes WHERE dropped = 0")) {
            while (rows.next()) {
                List<FieldPath> fields = new ArrayList<>();
                for (String path : rows.getString(4).split(",", 0)) {
                    if (!path.isEmpty()) {
                        fields.add(new FieldPath(List.of(path.split("\\.", -1))));
                    }
                }
                indexes.add(new Index(rows.getInt(1), rows.getInt(2), rows.getString(3), fields, rows.getBoolean(5)));
            }
        }
        return indexes;
    }

    /// The first column of the first row, or 0.
    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
