package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.DatabaseException.Problem;
import dev.actionscope.runtime.database.TestDatabase.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFilesTest {
    private static final String INDEXED =
            "{'tables':[{'tableName':'t','indexes':[{'indexDescriptor':'by_n','fields':['n']}]}]}";
    private static final String BY_N = "{'type':'IndexRange','indexName':'t.by_n','range':[],'order':null}";

    @TempDir
    Path directory;

    private TestDatabase open() throws DatabaseException {
        return new TestDatabase(Database.open(directory));
    }

    @Test
    void what_was_committed_is_there_when_opened_again() throws Exception {
        String id;
        long timestamp;
        try (TestDatabase database = open()) {
            database.schema(INDEXED);
            database.insert("t", "{'n':2}");
            id = database.insert("t", "{'n':1}");
            timestamp = database.database().lastTimestamp();
        }
        try (TestDatabase database = open()) {
            assertEquals(timestamp, database.database().lastTimestamp());
            assertEquals("1.0", database.get(id).path("n").toString());
            String next = database.insert("t", "{'n':3}");
            assertTrue(database.get(next).path("_creationTime").doubleValue()
                    > database.get(id).path("_creationTime").doubleValue());
            try (Call call = database.begin()) {
                assertEquals(List.of("1.0", "2.0", "3.0"), call.query(BY_N, "[]", "n"));
                assertEquals("3.0", call.run("count", "{'table':'t'}").toString());
            }
        }
    }

    @Test
    void a_process_that_ended_without_closing_loses_nothing_it_committed() throws Exception {
        Path copy = directory.resolve("copy");
        Files.createDirectories(copy);
        String id;
        try (TestDatabase database = open()) {
            id = database.insert("t", "{'n':1}");
            // What is on disk while it is open is what a killed process leaves behind.
            for (String file : List.of("database.sqlite", "database.sqlite-wal")) {
                Files.copy(directory.resolve(file), copy.resolve(file));
            }
        }
        try (TestDatabase database = new TestDatabase(Database.open(copy))) {
            assertEquals("1.0", database.get(id).path("n").toString());
        }
    }

    @Test
    void a_second_instance_on_the_same_directory_is_refused_in_one_line() throws Exception {
        try (TestDatabase database = open()) {
            DatabaseException refused = assertThrows(DatabaseException.class, () -> Database.open(directory));
            assertEquals(Problem.IN_USE, refused.problem());
            assertEquals(
                    "The database in " + directory + " is in use by another instance. Close that one first.",
                    refused.getMessage());
            database.insert("t", "{}");
        }
        open().close();
    }

    @Test
    void a_place_that_cannot_be_written_is_refused_in_one_line() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> Database.open(file.resolve("database")));
        assertEquals(Problem.NOT_WRITABLE, refused.problem());
        assertFalse(String.valueOf(refused.getMessage()).contains("\n"));
    }

    @Test
    void a_file_that_is_no_database_is_refused() throws Exception {
        Files.writeString(
                directory.resolve("database.sqlite"), "This is a text, and a rather long one at that. ".repeat(90));
        DatabaseException refused = assertThrows(DatabaseException.class, () -> Database.open(directory));
        assertEquals(Problem.UNREADABLE, refused.problem());
    }

    @Test
    void another_programs_database_and_a_newer_format_are_refused() throws Exception {
        execute("CREATE TABLE theirs(a)");
        assertEquals(
                Problem.UNREADABLE,
                assertThrows(DatabaseException.class, () -> Database.open(directory))
                        .problem());
        Files.delete(directory.resolve("database.sqlite"));
        open().close();
        execute("PRAGMA user_version = 99");
        assertEquals(
                Problem.NEWER_FORMAT,
                assertThrows(DatabaseException.class, () -> Database.open(directory))
                        .problem());
    }

    private void execute(String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("database.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void an_in_memory_database_leaves_nothing_behind() throws Exception {
        Path file;
        try (TestDatabase database = new TestDatabase()) {
            database.insert("t", "{}");
            file = database.database().file();
            assertTrue(Files.exists(file));
        }
        assertFalse(Files.exists(file.toAbsolutePath().resolve("..").normalize()));
    }

    @Test
    void scans_go_along_indexes_and_sort_nothing() throws Exception {
        try (TestDatabase database = open()) {
            database.insert("t", "{}");
        }
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("database.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery(
                        "EXPLAIN QUERY PLAN " + SnapshotReader.scan("DESC").replaceAll("\\?[0-9]", "1"))) {
            StringBuilder steps = new StringBuilder();
            while (plan.next()) {
                steps.append(plan.getString("detail")).append('\n');
            }
            assertFalse(steps.toString().contains("SCAN"), steps.toString());
            assertFalse(steps.toString().contains("TEMP B-TREE"), steps.toString());
        }
    }
}
