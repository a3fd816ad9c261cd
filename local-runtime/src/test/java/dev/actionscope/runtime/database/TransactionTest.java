package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TransactionTest {
    private static final String INDEXED =
            "{'tables':[{'tableName':'t','indexes':[{'indexDescriptor':'by_n','fields':['n']}]}]}";
    private static final String BY_N = "{'type':'IndexRange','indexName':'t.by_n','range':[],'order':null}";

    private final TestDatabase database;

    TransactionTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_transaction_sees_one_moment_whatever_others_commit() throws Exception {
        String id = database.insert("t", "{'n':1}");
        try (Call reader = database.begin()) {
            database.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
            database.insert("t", "{'n':3}");
            assertEquals(List.of("1.0"), reader.scan("t", "n"));
            assertEquals(
                    "1.0", reader.run("get", "{'id':'" + id + "'}").path("n").toString());
            assertEquals("1.0", reader.run("count", "{'table':'t'}").toString());
        }
        try (Call reader = database.begin()) {
            assertEquals(List.of("2.0", "3.0"), reader.scan("t", "n"));
            assertEquals("2.0", reader.run("count", "{'table':'t'}").toString());
        }
    }

    @Test
    void own_writes_are_seen_by_id_index_count_and_no_one_else() throws Exception {
        database.schema(INDEXED);
        String kept = database.insert("t", "{'n':5}");
        String gone = database.insert("t", "{'n':6}");
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{'n':1}}");
            call.run("shallowMerge", "{'id':'" + kept + "','value':{'n':9}}");
            call.run("remove", "{'id':'" + gone + "'}");
            assertEquals(List.of("1.0", "9.0"), call.query(BY_N, "[]", "n"));
            assertEquals(List.of("9.0", "1.0"), call.query(BY_N.replace("null", "'desc'"), "[]", "n"));
            assertEquals("2.0", call.run("count", "{'table':'t'}").toString());
            assertTrue(call.run("get", "{'id':'" + gone + "'}").isNull());
            try (Call other = database.begin()) {
                assertEquals(List.of("5.0", "6.0"), other.query(BY_N, "[]", "n"));
            }
            call.transaction().commit();
        }
        try (Call call = database.begin()) {
            assertEquals(List.of("1.0", "9.0"), call.query(BY_N, "[]", "n"));
        }
    }

    @Test
    void nothing_remains_of_a_transaction_that_was_not_committed() throws Exception {
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{}}");
        }
        try (Call call = database.begin()) {
            assertEquals(List.of(), call.scan("t", "_id"));
        }
        assertEquals(List.of(), database.database().tables());
    }

    @Test
    void a_rolled_back_part_leaves_no_writes_and_no_tables_but_its_reads() throws Exception {
        String id = database.insert("t", "{'n':1}");
        try (Call call = database.begin()) {
            Transaction transaction = call.transaction();
            call.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
            transaction.beginSubtransaction(null);
            call.run("shallowMerge", "{'id':'" + id + "','value':{'n':3}}");
            call.run("insert", "{'table':'fresh','value':{}}");
            transaction.beginSubtransaction(null);
            call.run("remove", "{'id':'" + id + "'}");
            transaction.commitSubtransaction();
            assertEquals(List.of(), call.scan("t", "n"));
            long read = transaction.used().documentsRead();
            transaction.rollbackSubtransaction();
            assertEquals(List.of("2.0"), call.scan("t", "n"));
            assertEquals(List.of(), call.scan("fresh", "n"));
            assertTrue(transaction.used().documentsRead() > read);
            assertEquals(1, transaction.used().documentsWritten());
            transaction.commit();
        }
        assertEquals("2.0", database.get(id).path("n").toString());
        assertEquals(
                List.of("t"),
                database.database().tables().stream().map(Table::name).toList());
    }

    @Test
    void a_nested_budget_holds_for_the_nested_part_only() throws Exception {
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{}}");
            call.transaction()
                    .beginSubtransaction(TransactionLimits.parse(TestDatabase.json("{'documentsWritten':1}")));
            call.run("insert", "{'table':'t','value':{}}");
            SyscallException refused =
                    assertThrows(SyscallException.class, () -> call.run("insert", "{'table':'t','value':{}}"));
            assertEquals("Too many writes in a single function execution (limit: 2)", refused.text());
            call.transaction().rollbackSubtransaction();
            call.run("insert", "{'table':'t','value':{}}");
            assertEquals(2, call.transaction().used().documentsWritten());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documentsRead | Too many documents read in a single function execution (limit: 2). Consider using"
                        + " smaller limits in your queries, paginating your queries, or using indexed queries with a"
                        + " selective index range expressions.",
                "bytesRead | Too many bytes read in a single function execution (limit: 200 bytes). Consider using"
                        + " smaller limits in your queries, paginating your queries, or using indexed queries with a"
                        + " selective index range expressions.",
                "databaseQueries | Too many reads in a single function execution (limit: 2). Consider using smaller"
                        + " limits in your queries, paginating your queries, or using indexed queries with a selective"
                        + " index range expressions.",
                "documentsWritten | Too many writes in a single function execution (limit: 2)",
                "bytesWritten | Too many bytes written in a single function execution (limit: 200 B)",
            })
    void a_limit_that_is_passed_is_an_error_in_convexs_words(String limit, String message) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(database.insert("t", "{'text':'0123456789'}"));
        }
        String amount = limit.startsWith("bytes") ? "200" : "2";
        TransactionLimits limits = TransactionLimits.parse(TestDatabase.json("{'" + limit + "':" + amount + "}"));
        try (Call call = database.begin(limits)) {
            SyscallException refused = assertThrows(SyscallException.class, () -> {
                for (String id : ids) {
                    call.run("get", "{'id':'" + id + "'}");
                }
                for (int i = 0; i < 3; i++) {
                    call.run("insert", "{'table':'t','value':{'text':'0123456789'}}");
                }
            });
            assertEquals(message, refused.text());
        }
    }

    @Test
    void metrics_tell_what_is_used_and_what_remains() throws Exception {
        String id = database.insert("t", "{'n':1}");
        try (Call call = database.begin()) {
            call.run("get", "{'id':'" + id + "'}");
            call.run("get", "{'id':'" + id + "'}");
            call.run("insert", "{'table':'t','value':{}}");
            call.transaction().countScheduled(100);
            JsonNode metrics = call.run("getTransactionMetrics", "{}");
            assertEquals(
                    "{\"used\":2,\"remaining\":31998}",
                    metrics.path("documentsRead").toString());
            assertEquals(
                    "{\"used\":1,\"remaining\":4095}",
                    metrics.path("databaseQueries").toString());
            assertEquals(
                    "{\"used\":1,\"remaining\":15999}",
                    metrics.path("documentsWritten").toString());
            assertEquals(
                    "{\"used\":1,\"remaining\":999}",
                    metrics.path("functionsScheduled").toString());
            assertEquals(
                    "{\"used\":100,\"remaining\":16777116}",
                    metrics.path("scheduledFunctionArgsBytes").toString());
            assertEquals(
                    2 * documentSize(id), metrics.path("bytesRead").path("used").longValue());
        }
    }

    private long documentSize(String id) {
        // {_creationTime: 9, _id: 2+32, n: 9}: names, separators and braces as Convex counts them.
        return 2L + ("_creationTime".length() + 1 + 9) + ("_id".length() + 1 + 2 + id.length()) + (1 + 1 + 9);
    }

    @Test
    void a_limit_that_is_near_is_warned_of_in_convexs_words() throws Exception {
        try (Call call = database.begin(
                TransactionLimits.parse(TestDatabase.json("{'documentsWritten':10,'documentsRead':6}")))) {
            for (int i = 0; i < 8; i++) {
                call.run("insert", "{'table':'t','value':{}}");
            }
            assertEquals(List.of(), call.transaction().warnings());
            call.run("insert", "{'table':'t','value':{}}");
            assertEquals(
                    List.of(new LimitWarning(
                            "TooManyWrites", "Many writes in a single function execution (actual: 9, limit: 10).")),
                    call.transaction().warnings());
            call.query("{'type':'FullTableScan','tableName':'t','order':null}", "[{'limit':5}]", "_id");
            assertEquals(
                    "Many documents read in a single function execution (actual: 5, limit: 6). Consider using smaller"
                            + " limits in your queries, paginating your queries, or using indexed queries with a"
                            + " selective index range expressions.",
                    call.transaction().warnings().getFirst().text());
        }
    }

    @Test
    void a_transaction_commits_once() throws Exception {
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{}}");
            call.transaction().commit();
            assertThrows(IllegalStateException.class, () -> call.transaction().commit());
        }
    }

    @Test
    void a_patch_that_changes_nothing_writes_nothing() throws Exception {
        String id = database.insert("t", "{'n':1}");
        long before = database.database().lastTimestamp();
        database.run("shallowMerge", "{'id':'" + id + "','value':{'n':1}}");
        assertEquals(before, database.database().lastTimestamp());
    }

    @Test
    void documents_that_are_too_large_or_too_deep_are_refused() {
        SyscallException large = assertThrows(
                SyscallException.class, () -> database.insert("t", "{'text':'" + "x".repeat(1 << 20) + "'}"));
        assertEquals("Value is too large (1 MiB > maximum size 1 MiB)", large.text());
        SyscallException deep = assertThrows(
                SyscallException.class, () -> database.insert("t", "{'a':" + "[".repeat(16) + "]".repeat(16) + "}"));
        assertTrue(
                deep.text().endsWith("Document is too nested (nested 17 levels deep > maximum nesting 16)"),
                deep.text());
    }

    @Test
    void what_was_read_and_has_changed_is_a_conflict_naming_its_table() throws Exception {
        String id = database.insert("t", "{'n':1}");
        try (Call first = database.begin();
                Call second = database.begin()) {
            for (Call call : List.of(first, second)) {
                call.run("get", "{'id':'" + id + "'}");
                call.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
                call.run("insert", "{'table':'log','value':{}}");
            }
            assertInstanceOf(CommitResult.Committed.class, first.transaction().commit());
            CommitResult.Conflict conflict = assertInstanceOf(
                    CommitResult.Conflict.class, second.transaction().commit());
            assertTrue(Set.of("t", "log").contains(conflict.table()));
            assertEquals(
                    "Documents read from or written to the \"" + conflict.table()
                            + "\" table changed while this mutation was being run and on every subsequent retry. See"
                            + " https://docs.convex.dev/error#1",
                    conflict.message());
        }
    }

    @Test
    void a_document_that_appears_in_a_range_that_was_read_is_a_conflict() throws Exception {
        database.schema(INDEXED);
        for (String[] bounds : new String[][] {{"10", "Conflict"}, {"5", "Committed"}}) {
            try (Call call = database.begin()) {
                call.query(
                        "{'type':'IndexRange','indexName':'t.by_n','range':[{'type':'Lt','fieldPath':'n','value':"
                                + bounds[0] + "}],'order':null}",
                        "[]",
                        "n");
                call.run("insert", "{'table':'other','value':{}}");
                database.insert("t", "{'n':7}");
                assertEquals(bounds[1], call.transaction().commit().getClass().getSimpleName());
            }
        }
    }

    @Test
    void a_query_that_stopped_early_does_not_depend_on_what_lies_behind() throws Exception {
        database.schema(INDEXED);
        database.insert("t", "{'n':1}");
        database.insert("t", "{'n':3}");
        try (Call call = database.begin()) {
            assertEquals(List.of("1.0"), call.query(BY_N, "[{'limit':1}]", "n"));
            call.run("insert", "{'table':'other','value':{}}");
            database.insert("t", "{'n':2}");
            assertInstanceOf(CommitResult.Committed.class, call.transaction().commit());
        }
    }

    @Test
    void a_table_that_was_looked_for_in_vain_and_now_exists_is_a_conflict() throws Exception {
        try (Call call = database.begin()) {
            assertEquals(List.of(), call.scan("t", "_id"));
            call.run("insert", "{'table':'other','value':{}}");
            database.insert("t", "{}");
            assertEquals(new CommitResult.Conflict("t"), call.transaction().commit());
        }
    }

    @Test
    void the_past_can_be_read_and_not_written() throws Exception {
        String id = database.insert("t", "{'n':1}");
        long then = database.database().lastTimestamp();
        database.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
        database.run("remove", "{'id':'" + id + "'}");
        try (Transaction past = database.database().readAt(then)) {
            Call call = new Call(past, dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access.WRITE);
            assertEquals(List.of("1.0"), call.scan("t", "n"));
            assertThrows(SyscallException.class, () -> call.run("insert", "{'table':'t','value':{}}"));
        }
    }

    @Test
    void the_changes_of_each_commit_are_known_with_before_and_after() throws Exception {
        String id = database.insert("t", "{'n':1}");
        long inserted = database.database().lastTimestamp();
        database.run("shallowMerge", "{'id':'" + id + "','value':{'n':2}}");
        long patched = database.database().lastTimestamp();
        database.run("remove", "{'id':'" + id + "'}");
        List<String> story = database.database().changes(0, Long.MAX_VALUE).stream()
                .map(change -> change.table() + " " + n(change.before()) + " " + n(change.after()))
                .toList();
        assertEquals(List.of("t - 1.0", "t 1.0 2.0", "t 2.0 -"), story);
        assertEquals(1, database.database().changes(inserted, patched).size());
    }

    private static String n(@org.jspecify.annotations.Nullable Document document) {
        return document == null ? "-" : String.valueOf(document.value().get("n"));
    }

    @Test
    void listeners_learn_which_readers_a_commit_concerns() throws Exception {
        database.insert("t", "{'n':1}");
        List<Commit> commits = new ArrayList<>();
        database.database().onCommit(commits::add);
        try (Call reader = database.begin();
                Call elsewhere = database.begin()) {
            reader.scan("t", "n");
            elsewhere.scan("u", "n");
            database.insert("t", "{'n':2}");
            assertEquals(1, commits.size());
            assertEquals(Set.of("t"), commits.getFirst().tables());
            assertTrue(commits.getFirst().affects(reader.transaction().reads()));
            assertEquals(
                    false, commits.getFirst().affects(elsewhere.transaction().reads()));
        }
    }
}
