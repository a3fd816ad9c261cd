package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.DatabaseException.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one SQLite file of a database: how it is opened and laid out (docs/decisions/0010-database.md).
///
/// @param durable whether what was committed must survive the machine's crash, rather than only the process's
record SqliteFile(Path path, boolean durable) {
    private static final int APPLICATION = 0x41435444;
    private static final int FORMAT = 1;

    private static final String[] LAYOUT = {
        "CREATE TABLE tables(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        """
        CREATE TABLE indexes(id INTEGER PRIMARY KEY, table_number INTEGER NOT NULL, name TEXT NOT NULL,
            fields TEXT NOT NULL, staged INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0)
        """,
        "CREATE TABLE commits(ts INTEGER PRIMARY KEY)",
        """
        CREATE TABLE documents(table_number INTEGER NOT NULL, id BLOB NOT NULL, ts INTEGER NOT NULL, body TEXT)
        """,
        "CREATE UNIQUE INDEX documents_by_id ON documents(table_number, id, ts)",
        "CREATE INDEX documents_by_ts ON documents(ts)",
        """
        CREATE TABLE index_entries(index_id INTEGER NOT NULL, key BLOB NOT NULL, ts INTEGER NOT NULL, document_id BLOB,
            PRIMARY KEY(index_id, key, ts)) WITHOUT ROWID
        """,
        """
        CREATE TABLE counts(table_number INTEGER NOT NULL, ts INTEGER NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY(table_number, ts)) WITHOUT ROWID
        """,
        "PRAGMA application_id = " + APPLICATION,
        "PRAGMA user_version = " + FORMAT,
    };

    /// The connection that writes: one transaction at a time, begun by its first statement.
    Connection openWriter() throws SQLException {
        SQLiteConfig config = config();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + path);
        connection.setAutoCommit(false);
        return connection;
    }

    /// A connection that reads, each statement on its own.
    Connection openReader() throws SQLException {
        Connection connection = config().createConnection("jdbc:sqlite:" + path);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
        }
        return connection;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(durable ? SQLiteConfig.SynchronousMode.NORMAL : SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-16_000);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(256L << 20));
        return config;
    }

    /// Makes the tables in a new file, and checks that an old one is ours.
    void prepare(Connection writer) throws SQLException, DatabaseException {
        int application = number(writer, "PRAGMA application_id");
        int format = number(writer, "PRAGMA user_version");
        if (format > FORMAT && application == APPLICATION) {
            throw new DatabaseException(
                    Problem.NEWER_FORMAT,
                    "The database " + path + " was written by a newer version. Update Actionscope to open it.",
                    null);
        }
        boolean empty = number(writer, "SELECT count(*) FROM sqlite_schema") == 0;
        if (empty) {
            try (Statement statement = writer.createStatement()) {
                for (String step : LAYOUT) {
                    statement.execute(step);
                }
            }
            writer.commit();
        } else if (application != APPLICATION) {
            throw new DatabaseException(
                    Problem.UNREADABLE, "The file " + path + " is not a database of Actionscope.", null);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /// What it means for a person that SQLite failed.
    DatabaseException describe(SQLException failure) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        String name = code.name();
        if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN") || name.equals("SQLITE_PERM")) {
            return new DatabaseException(
                    Problem.NOT_WRITABLE,
                    "The database " + path + " cannot be written. Make the file and its directory writable.",
                    failure);
        }
        if (name.startsWith("SQLITE_NOTADB") || name.startsWith("SQLITE_CORRUPT")) {
            return new DatabaseException(
                    Problem.UNREADABLE,
                    "The database " + path + " is damaged or no database. Move it away to start with an empty one.",
                    failure);
        }
        if (name.startsWith("SQLITE_FULL")) {
            return new DatabaseException(
                    Problem.FAILED, "The disk that holds the database " + path + " is full.", failure);
        }
        return new DatabaseException(
                Problem.FAILED, "The database " + path + " failed: " + failure.getMessage(), failure);
    }
}
