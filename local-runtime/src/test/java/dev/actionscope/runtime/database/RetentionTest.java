package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path directory;

    @Test
    void what_was_overwritten_by_then_is_forgotten_and_the_rest_reads_as_before() throws Exception {
        try (TestDatabase database = new TestDatabase(Database.open(directory))) {
            database.schema("{'tables':[{'tableName':'t','indexes':[{'indexDescriptor':'by_n','fields':['n']}]}]}");
            String id = database.insert("t", "{'n':1}");
            String gone = database.insert("t", "{'n':2}");
            database.run("shallowMerge", "{'id':'" + id + "','value':{'n':3}}");
            database.run("remove", "{'id':'" + gone + "'}");
            long then = database.database().lastTimestamp();
            assertEquals(4, rows("documents"));
            database.run("shallowMerge", "{'id':'" + id + "','value':{'n':4}}");
            assertEquals(then, database.database().forgetBefore(then));
            assertEquals(2, rows("documents"));
            assertEquals(List.of("3.0"), scan(database.database().readAt(then)));
            assertEquals(List.of("4.0"), scan(database.database().begin()));
            long now = database.database().lastTimestamp();
            assertEquals(now, database.database().forgetBefore(Long.MAX_VALUE));
            assertEquals(1, rows("documents"));
            assertEquals(3, rows("index_entries"));
            assertEquals(List.of("4.0"), scan(database.database().begin()));
            assertEquals("1.0", database.run("count", "{'table':'t'}").toString());
        }
        try (Database database = Database.open(directory)) {
            assertTrue(database.lastTimestamp() > 0);
            assertEquals(1, database.begin().count("t"));
        }
    }

    @Test
    void what_a_running_transaction_reads_is_kept() throws Exception {
        try (TestDatabase database = new TestDatabase(Database.open(directory))) {
            String id = database.insert("t", "{'n':1}");
            try (Call reader = database.begin()) {
                database.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
                database.database().forgetBefore(Long.MAX_VALUE);
                assertEquals(List.of("1.0"), reader.scan("t", "n"));
            }
        }
    }

    private static List<String> scan(Transaction transaction) throws Exception {
        try (Call call = new Call(transaction, Access.READ)) {
            return call.query("{'type':'IndexRange','indexName':'t.by_n','range':[],'order':null}", "[]", "n");
        }
    }

    private int rows(String table) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("database.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return count.getInt(1);
        }
    }
}
