package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaChangeTest {
    private static final String STRICT = "{'tables':[{'tableName':'t','indexes':[],'documentType':{'type':'object',"
            + "'value':{'n':{'fieldType':{'type':'number'},'optional':false}}}}]}";
    private static final String BY_N = "{'type':'IndexRange','indexName':'t.by_n','range':[],'order':null}";

    private final TestDatabase database;

    SchemaChangeTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String indexed(String field) {
        return "{'tables':[{'tableName':'t','indexes':[{'indexDescriptor':'by_n','fields':['" + field + "']}]}]}";
    }

    @Test
    void a_new_index_has_the_documents_that_were_there_and_their_past() throws Exception {
        String id = database.insert("t", "{'n':3}");
        database.insert("t", "{'n':1}");
        long before = database.database().lastTimestamp();
        database.run("shallowMerge", "{'id':'" + id + "','value':{'n':0}}");
        String gone = database.insert("t", "{'n':2}");
        database.run("remove", "{'id':'" + gone + "'}");
        SchemaChange.Applied applied = assertInstanceOf(SchemaChange.Applied.class, database.schema(indexed("n")));
        assertEquals(List.of("t.by_n"), applied.builtIndexes());
        try (Call call = database.begin()) {
            assertEquals(List.of("0.0", "1.0"), call.query(BY_N, "[]", "n"));
        }
        try (Transaction past = database.database().readAt(before)) {
            assertEquals(List.of("1.0", "3.0"), new Call(past, Access.READ).query(BY_N, "[]", "n"));
        }
    }

    @Test
    void an_index_is_kept_while_its_fields_stay_and_made_anew_when_they_change() throws Exception {
        database.insert("t", "{'n':1,'m':2}");
        database.schema(indexed("n"));
        assertEquals(new SchemaChange.Applied(List.of(), List.of()), database.schema(indexed("n")));
        assertEquals(new SchemaChange.Applied(List.of("t.by_n"), List.of("t.by_n")), database.schema(indexed("m")));
        assertEquals(new SchemaChange.Applied(List.of(), List.of("t.by_n")), database.schema("{'tables':[]}"));
        try (Call call = database.begin()) {
            assertThrows(SyscallException.class, () -> call.query(BY_N, "[]", "n"));
        }
    }

    @Test
    void documents_that_do_not_fit_are_reported_and_the_old_schema_stays() throws Exception {
        database.insert("t", "{'n':1}");
        String bad = database.insert("t", "{'n':'x'}");
        SchemaChange.Rejected rejected = assertInstanceOf(SchemaChange.Rejected.class, database.schema(STRICT));
        assertEquals(
                List.of("Document with ID \"" + bad
                        + "\" in table \"t\" does not match the schema: Value does not match"
                        + " validator.\nPath: .n\nValue: \"x\"\nValidator: v.float64()"),
                rejected.violations().stream()
                        .map(SchemaChange.Violation::message)
                        .toList());
        database.insert("t", "{'n':'y'}");
        database.run("remove", "{'id':'" + bad + "'}");
    }

    @Test
    void documents_are_held_to_the_schema_when_written() throws Exception {
        database.schema(STRICT);
        String id = database.insert("t", "{'n':1}");
        String expected = "Failed to insert or update a document in table \"t\" because it does not match the schema: ";
        SyscallException inserted = assertThrows(SyscallException.class, () -> database.insert("t", "{}"));
        assertEquals(
                expected + "Object is missing the required field `n`. Consider wrapping the field validator in"
                        + " `v.optional(...)` if this is expected.\n\nObject: {}\nValidator: v.object({n: v.float64()})",
                inserted.text());
        SyscallException patched = assertThrows(
                SyscallException.class, () -> database.run("shallowMerge", "{'id':'" + id + "','value':{'m':1}}"));
        assertEquals(
                expected + "Object contains extra field `m` that is not in the validator.\n\nObject: {m: 1.0, n:"
                        + " 1.0}\nValidator: v.object({n: v.float64()})",
                patched.text());
        database.insert("elsewhere", "{'anything':true}");
    }

    @Test
    void a_schema_that_changes_under_a_transaction_is_a_conflict() throws Exception {
        database.insert("t", "{}");
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{'n':'x'}}");
            database.schema(indexed("n"));
            assertInstanceOf(CommitResult.Conflict.class, call.transaction().commit());
        }
    }

    @Test
    void tables_of_the_schema_exist_at_once() throws Exception {
        database.schema(STRICT);
        assertEquals(
                List.of("t"),
                database.database().tables().stream().map(Table::name).toList());
    }
}
