package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access;
import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.SchemaException;
import dev.actionscope.runtime.seam.SyscallException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A database that lives for a test, spoken to as user code does: by syscalls, in JSON with single quotes.
public final class TestDatabase implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;

    public TestDatabase() throws DatabaseException {
        this(Database.inMemory(new TickingClock(), new SharedRandom()));
    }

    public TestDatabase(Database database) {
        this.database = database;
    }

    public Database database() {
        return database;
    }

    /// Reads JSON that may have single quotes for double ones.
    public static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    public SchemaChange schema(String json) throws SchemaException, DatabaseException {
        return database.applySchema(DatabaseSchema.parse(json(json)));
    }

    public Call begin() {
        return new Call(database.begin(), Access.WRITE);
    }

    public Call begin(TransactionLimits limits) {
        return new Call(database.begin(limits), Access.WRITE);
    }

    /// Does one thing in a transaction of its own.
    public JsonNode run(String operation, String arguments) throws SyscallException, DatabaseException {
        try (Call call = begin()) {
            JsonNode result = call.run(operation, arguments);
            call.transaction().commit();
            return result;
        }
    }

    public String insert(String table, String value) throws SyscallException, DatabaseException {
        return run("insert", "{'table':'" + table + "','value':" + value + "}")
                .path("_id")
                .stringValue();
    }

    public JsonNode get(String id) throws SyscallException, DatabaseException {
        return run("get", "{'id':'" + id + "'}");
    }

    @Override
    public void close() {
        database.close();
    }

    /// A function call under way.
    public record Call(Transaction transaction, DatabaseSyscalls syscalls) implements AutoCloseable {
        public Call(Transaction transaction, Access access) {
            this(transaction, new DatabaseSyscalls(access));
        }

        public JsonNode run(String operation, String arguments) throws SyscallException {
            return syscalls.handle("1.0/" + operation, json(arguments), transaction);
        }

        /// The field of every document of a query, as text.
        public List<String> query(String source, String operators, String field) throws SyscallException {
            JsonNode id = run(
                            "queryStream",
                            "{'query':{'source':" + source + ",'operators':" + operators + "},'version':'1'}")
                    .path("queryId");
            List<String> found = new ArrayList<>();
            while (true) {
                JsonNode next = run("queryStreamNext", "{'queryId':" + id + "}");
                if (next.path("done").booleanValue()) {
                    return found;
                }
                found.add(next.path("value").path(field).toString());
            }
        }

        public List<String> scan(String table, String field) throws SyscallException {
            return query("{'type':'FullTableScan','tableName':'" + table + "','order':null}", "[]", field);
        }

        @Override
        public void close() {
            transaction.close();
        }
    }

    /// A clock that moves one millisecond each time it is read.
    public static final class TickingClock implements InstantSource {
        private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.incrementAndGet());
        }
    }

    private static final class SharedRandom implements java.util.random.RandomGenerator {
        private final java.util.Random random = new java.util.Random(1);

        @Override
        public long nextLong() {
            return random.nextLong();
        }
    }
}
