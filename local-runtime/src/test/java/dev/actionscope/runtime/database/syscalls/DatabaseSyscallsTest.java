package dev.actionscope.runtime.database.syscalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.TestDatabase;
import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.DocumentId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DatabaseSyscallsTest {
    private final TestDatabase database;

    DatabaseSyscallsTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String failure(String operation, String arguments) {
        return assertThrows(SyscallException.class, () -> database.run(operation, arguments))
                .text();
    }

    @Test
    void an_inserted_document_has_an_id_and_a_creation_time() throws Exception {
        String id = database.insert("messages", "{'body':'hi','n':1}");
        JsonNode document = database.get(id);
        assertEquals(List.of("_creationTime", "_id", "body", "n"), List.copyOf(document.propertyNames()));
        assertEquals(id, document.path("_id").stringValue());
        assertTrue(document.path("_creationTime").doubleValue() > 1_700_000_000_000.0);
        assertEquals(10_001, DocumentId.decode(id).table());
    }

    @Test
    void creation_times_are_unique_and_grow() throws Exception {
        try (Call call = database.begin()) {
            double last = 0;
            for (int i = 0; i < 100; i++) {
                String id = call.run("insert", "{'table':'t','value':{}}")
                        .path("_id")
                        .stringValue();
                double time = call.run("get", "{'id':'" + id + "'}")
                        .path("_creationTime")
                        .doubleValue();
                assertTrue(time > last);
                last = time;
            }
        }
    }

    @Test
    void a_patch_sets_and_removes_fields_and_a_replacement_leaves_only_its_own() throws Exception {
        String id = database.insert("t", "{'a':1,'b':2}");
        database.run("shallowMerge", "{'id':'" + id + "','value':{'a':{'$undefined':null},'c':[null]}}");
        JsonNode patched = database.get(id);
        assertEquals("[null] 2.0 false", patched.path("c") + " " + patched.path("b") + " " + patched.has("a"));
        JsonNode time = patched.path("_creationTime");
        database.run("replace", "{'id':'" + id + "','value':{'d':true,'_id':'" + id + "'}}");
        JsonNode replaced = database.get(id);
        assertEquals(List.of("_creationTime", "_id", "d"), List.copyOf(replaced.propertyNames()));
        assertEquals(time, replaced.path("_creationTime"));
    }

    @Test
    void a_removed_document_is_null_and_cannot_be_written_again() throws Exception {
        String id = database.insert("t", "{}");
        JsonNode removed = database.run("remove", "{'id':'" + id + "'}");
        assertEquals(id, removed.path("_id").stringValue());
        assertTrue(database.get(id).isNull());
        assertEquals(
                "Update on nonexistent document ID " + id, failure("shallowMerge", "{'id':'" + id + "','value':{}}"));
        assertEquals("Replace on nonexistent document ID " + id, failure("replace", "{'id':'" + id + "','value':{}}"));
        assertEquals("Delete on nonexistent document ID " + id, failure("remove", "{'id':'" + id + "'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "get | {'id':'x'} | Invalid argument `id` for `db.get`: Unable to decode ID: Invalid ID length 1",
                "get | {'id':'x','isSystem':true} | Invalid argument `id` for `db.system.get`: Unable to decode ID:"
                        + " Invalid ID length 1",
                "get | {} | Invalid arguments for `db.get`: missing field `id`",
                "get | {'id':null} | Invalid arguments for `db.get`: invalid type: null, expected a string",
                "insert | {'table':'a b','value':{}} | Invalid argument `table` for `db.insert`: Identifier a b has"
                        + " invalid character ' ': Identifiers can only contain alphanumeric characters or"
                        + " underscores",
                "insert | {'table':'t','value':1} | Invalid argument `value` for `db.insert`: Value must be an Object",
                "insert | {'table':'t','value':{'$a':1}} | Invalid argument `value` for `db.insert`: Field name $a"
                        + " starts with '$', which is reserved.",
                "insert | {'table':'_storage','value':{}} | System tables can only be accessed with db.system.",
                "insert | {'table':'t','value':{'_x':1}} | has to be completed: starts with an underscore",
                "shallowMerge | {'id':'x','value':{}} | Invalid argument `id` for `db.patch`: Unable to decode ID:"
                        + " Invalid ID length 1",
                "remove | {'id':'x'} | Invalid argument `id` for `db.delete`: Unable to decode ID: Invalid ID length 1",
                "queryStreamNext | {'queryId':9} | in-progress query not found",
                "queryPage | {'query':{'source':{'type':'FullTableScan','tableName':'t'},'operators':[]},'pageSize':0}"
                        + " | Must request at least 1 document while paginating",
                "queryPage | {'query':{'source':{'type':'FullTableScan','tableName':'t'},'operators':[]},"
                        + "'pageSize':32001} | Requested too many items: 32001",
                "storeBlob | {} | Unknown async operation 1.0/storeBlob",
            })
    void mistakes_are_described_in_convexs_words(String operation, String arguments, String message) {
        String found = failure(operation, arguments);
        if (message.startsWith("has to be completed: ")) {
            assertTrue(found.contains(message.substring(21)), found);
            assertTrue(found.contains(" isn't a valid document: Field '_x' starts with"), found);
        } else {
            assertEquals(message, found);
        }
    }

    @Test
    void an_id_of_another_table_than_named_is_refused() throws Exception {
        String id = database.insert("users", "{}");
        assertEquals(
                "Invalid argument `id` for `db.get`: expected to be an Id<\"posts\">, got Id<\"users\"> instead.",
                failure("get", "{'id':'" + id + "','table':'posts'}"));
        assertEquals(
                "Invalid argument `id` for `db.delete`: expected to be an Id<\"posts\">, got Id<\"users\"> instead.",
                failure("remove", "{'id':'" + id + "','table':'posts'}"));
        assertEquals(
                id,
                database.run("get", "{'id':'" + id + "','table':'users'}")
                        .path("_id")
                        .stringValue());
    }

    @Test
    void an_id_of_no_table_is_null_to_read_and_refused_to_write() throws Exception {
        String id = new DocumentId(20_000, 1, 2).encode();
        assertTrue(database.get(id).isNull());
        assertEquals(
                "Invalid argument `id` for `db.patch`: Table for ID \"" + id + "\" not found",
                failure("shallowMerge", "{'id':'" + id + "','value':{}}"));
    }

    @Test
    void a_foreign_id_or_creation_time_in_a_new_document_is_refused() throws Exception {
        String other = database.insert("t", "{}");
        assertTrue(failure("insert", "{'table':'t','value':{'_id':'" + other + "'}}")
                .matches("Provided document ID \"[a-z0-9]+\" doesn't match '_id' field \"" + other + "\""));
        assertTrue(failure("insert", "{'table':'t','value':{'_creationTime':1}}")
                .matches("Provided creation time [0-9.]+ doesn't match '_creationTime' field in"
                        + " \\{_creationTime: 1.0, _id: \"[a-z0-9]+\"\\}"));
    }

    @Test
    void system_tables_are_read_with_db_system_only() throws Exception {
        String file;
        try (Transaction transaction = database.database().begin()) {
            file = transaction
                    .insertSystem("_storage", new ConvexValue.Obj(Map.of("size", new ConvexValue.Float64(3))))
                    .id()
                    .encode();
            transaction.commit();
        }
        String user = database.insert("t", "{}");
        assertEquals("System tables can only be accessed with db.system.", failure("get", "{'id':'" + file + "'}"));
        assertEquals(
                "User tables cannot be accessed with db.system.",
                failure("get", "{'id':'" + user + "','isSystem':true}"));
        assertEquals(
                "3.0",
                database.run("get", "{'id':'" + file + "','isSystem':true}")
                        .path("size")
                        .toString());
        assertEquals("System tables can only be accessed with db.system.", failure("remove", "{'id':'" + file + "'}"));
        try (Call call = database.begin()) {
            assertEquals(List.of("3.0"), call.scan("_storage", "size"));
        }
    }

    @Test
    void tables_of_the_products_own_cannot_be_seen() throws Exception {
        String hidden;
        try (Transaction transaction = database.database().begin()) {
            hidden = transaction
                    .insertSystem("_private", new ConvexValue.Obj(Map.of()))
                    .id()
                    .encode();
            transaction.commit();
        }
        assertTrue(
                database.run("get", "{'id':'" + hidden + "','isSystem':true}").isNull());
        try (Call call = database.begin()) {
            assertEquals(List.of(), call.scan("_private", "_id"));
        }
    }

    @Test
    void ids_are_normalized_for_their_own_table_only() throws Exception {
        String id = database.insert("users", "{}");
        database.insert("posts", "{}");
        String call = "{'table':'%s','idString':'%s'}";
        assertEquals(
                id,
                database.run("db/normalizeId", call.formatted("users", id))
                        .path("id")
                        .stringValue());
        assertTrue(database.run("db/normalizeId", call.formatted("posts", id))
                .path("id")
                .isNull());
        assertTrue(database.run("db/normalizeId", call.formatted("users", "x"))
                .path("id")
                .isNull());
        assertTrue(database.run("db/normalizeId", call.formatted("nowhere", id))
                .path("id")
                .isNull());
    }

    @Test
    void queries_are_open_until_done_or_cleaned_up() throws Exception {
        database.insert("t", "{}");
        try (Call call = database.begin()) {
            String query = "{'query':{'source':{'type':'FullTableScan','tableName':'t','order':null},'operators':[]}}";
            JsonNode first = call.run("queryStream", query).path("queryId");
            JsonNode second = call.run("queryStream", query).path("queryId");
            assertNotEquals(first, second);
            assertTrue(call.run("queryCleanup", "{'queryId':" + first + "}").booleanValue());
            assertFalse(call.run("queryCleanup", "{'queryId':" + first + "}").booleanValue());
            assertFalse(call.run("queryStreamNext", "{'queryId':" + second + "}")
                    .path("done")
                    .booleanValue());
            assertEquals(
                    "{\"value\":null,\"done\":true}",
                    call.run("queryStreamNext", "{'queryId':" + second + "}").toString());
            assertFalse(call.run("queryCleanup", "{'queryId':" + second + "}").booleanValue());
        }
    }

    @Test
    void a_query_cannot_write() throws Exception {
        try (Transaction transaction = database.database().begin()) {
            DatabaseSyscalls query = new DatabaseSyscalls(DatabaseSyscalls.Access.READ);
            assertThrows(
                    SyscallException.class,
                    () -> query.handle("1.0/insert", TestDatabase.json("{'table':'t','value':{}}"), transaction));
        }
    }

    @Test
    void the_commits_timestamp_is_put_where_it_was_asked_for() throws Exception {
        String id;
        try (Call call = database.begin()) {
            id = call.run("insert", "{'table':'t','value':{'at':[{'$commitTs':null}]}}")
                    .path("_id")
                    .stringValue();
            assertEquals(
                    "[{\"$commitTs\":null}]",
                    call.run("get", "{'id':'" + id + "'}").path("at").toString());
            call.transaction().commit();
        }
        Database store = database.database();
        try (Call call = database.begin()) {
            JsonNode snapshot = call.run("getSnapshotTs", "{}");
            assertEquals(
                    "[" + snapshot + "]",
                    call.run("get", "{'id':'" + id + "'}").path("at").toString());
            assertEquals(store.lastTimestamp(), call.transaction().snapshotTimestamp());
        }
    }

    @Test
    void each_call_tells_what_it_did() throws Exception {
        String id = database.insert("t", "{'text':'0123456789'}");
        try (Call call = database.begin()) {
            call.run("get", "{'id':'" + id + "'}");
            CallFacts read = call.syscalls().facts();
            assertEquals("get t", read.title());
            assertEquals(1, read.documentsRead());
            assertTrue(read.bytesRead() > 40);
            call.run("insert", "{'table':'t','value':{}}");
            assertEquals("insert t", call.syscalls().facts().title());
            assertEquals(1, call.syscalls().facts().documentsWritten());
            call.query(
                    "{'type':'IndexRange','indexName':'t.by_id','range':[],'order':null}",
                    "[{'filter':{'$literal':true}}]",
                    "_id");
            assertEquals("next t.by_id", call.syscalls().facts().title());
            assertTrue(call.syscalls().facts().filtered());
        }
    }
}
