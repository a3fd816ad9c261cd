package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.database.QueryStream;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.database.syscalls.CallFacts.Subject;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The syscalls behind `ctx.db`, for one call of one query or mutation: it keeps that call's open queries, and that it
/// paginates once at most. For the transaction's thread.
public final class DatabaseSyscalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> READS = Set.of(
            "1.0/queryStream",
            "1.0/queryCleanup",
            "1.0/db/normalizeId",
            "1.0/getSnapshotTs",
            "1.0/getTransactionMetrics",
            "1.0/get",
            "1.0/queryStreamNext",
            "1.0/queryPage",
            "1.0/count");
    private static final Set<String> WRITES = Set.of("1.0/insert", "1.0/shallowMerge", "1.0/replace", "1.0/remove");

    private final Access access;
    private final @Nullable String earlierJournal;
    private final Map<Long, QueryStream> open = new HashMap<>();
    private long nextQuery;
    private @Nullable String journal;
    private Subject subject = Subject.of("", null);
    private CallFacts facts = CallFacts.NONE;

    /// What the function may do.
    public enum Access {
        /// A query: read.
        READ,
        /// A mutation: read and write.
        WRITE
    }

    /// For a function that is called for the first time.
    public DatabaseSyscalls(Access access) {
        this(access, null);
    }

    /// For a query that is run again because what it read has changed.
    ///
    /// @param earlierJournal the [#journal()] of the run before, so that its page ends where it did
    public DatabaseSyscalls(Access access, @Nullable String earlierJournal) {
        this.access = access;
        this.earlierJournal = earlierJournal;
    }

    /// Whether a syscall is one of the database's.
    public static boolean handles(String operation) {
        return READS.contains(operation) || WRITES.contains(operation);
    }

    /// Where the page that was read ends, to be given to the next run of the same query; null when none was.
    public @Nullable String journal() {
        return journal;
    }

    /// What the last call did, also when it failed.
    public CallFacts facts() {
        return facts;
    }

    /// Does a syscall.
    ///
    /// @throws SyscallException with Convex's text, for user code to catch
    public JsonNode handle(String operation, JsonNode arguments, Transaction transaction) throws SyscallException {
        TransactionLimits before = transaction.used();
        subject = Subject.of(operation.substring(operation.lastIndexOf('/') + 1), null);
        try {
            return dispatch(operation, arguments, transaction);
        } finally {
            facts = CallFacts.of(subject, before, transaction.used());
        }
    }

    private JsonNode dispatch(String operation, JsonNode json, Transaction transaction) throws SyscallException {
        if (WRITES.contains(operation) && access == Access.READ) {
            throw unknown(operation);
        }
        return switch (operation) {
            case "1.0/queryStream" -> queryStream(new SyscallArguments("queryStream", json), transaction);
            case "1.0/queryStreamNext" -> queryStreamNext(new SyscallArguments("queryStreamNext", json));
            case "1.0/queryCleanup" -> queryCleanup(new SyscallArguments("queryCleanup", json));
            case "1.0/queryPage" -> queryPage(new SyscallArguments("queryPage", json), transaction);
            case "1.0/get" -> get(json, transaction);
            case "1.0/count" -> count(new SyscallArguments("db.count", json), transaction);
            case "1.0/db/normalizeId" -> normalizeId(new SyscallArguments("db.normalizeId", json), transaction);
            case "1.0/insert" -> insert(new SyscallArguments("db.insert", json), transaction);
            case "1.0/shallowMerge" -> patch(new SyscallArguments("db.patch", json), transaction);
            case "1.0/replace" -> replace(new SyscallArguments("db.replace", json), transaction);
            case "1.0/remove" -> remove(new SyscallArguments("db.delete", json), transaction);
            case "1.0/getTransactionMetrics" -> transaction.metrics();
            case "1.0/getSnapshotTs" -> ConvexJson.encode(new ConvexValue.Int64(transaction.snapshotTimestamp()));
            default -> throw unknown(operation);
        };
    }

    private static SyscallException unknown(String operation) {
        return new SyscallException("Unknown async operation " + operation);
    }

    private Query parse(SyscallArguments arguments, String verb) throws SyscallException {
        try {
            Query query = Query.parse(arguments.json().path("query"));
            subject = describe(query, verb);
            return query;
        } catch (ValueException invalid) {
            throw arguments.invalid("query", invalid.text());
        }
    }

    private static Subject describe(Query query, String verb) {
        boolean filtered = query.operators().stream().anyMatch(Query.Filter.class::isInstance);
        return new Subject(verb, query.source().table(), query.source().index(), filtered);
    }

    private JsonNode queryStream(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        QueryStream stream = transaction.query(parse(arguments, "query"));
        open.put(nextQuery, stream);
        return NODES.objectNode().put("queryId", nextQuery++);
    }

    private JsonNode queryStreamNext(SyscallArguments arguments) throws SyscallException {
        long id = arguments.number("queryId");
        QueryStream stream = open.get(id);
        if (stream == null) {
            throw new SyscallException("in-progress query not found");
        }
        subject = describe(stream.query(), "next");
        Document document = stream.next();
        if (document == null) {
            open.remove(id);
        }
        ObjectNode result = NODES.objectNode();
        result.set("value", document == null ? NODES.nullNode() : document.toJson());
        return result.put("done", document == null);
    }

    private JsonNode queryCleanup(SyscallArguments arguments) throws SyscallException {
        return NODES.booleanNode(open.remove(arguments.number("queryId")) != null);
    }

    private JsonNode queryPage(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        Query query = parse(arguments, "page");
        ObjectNode page = new PageReader(query, arguments, transaction, earlierJournal).read();
        if (journal != null) {
            throw new SyscallException("This query or mutation function ran multiple paginated queries. Convex only"
                    + " supports a single paginated query in each function.");
        }
        journal = page.path("continueCursor").stringValue();
        return page;
    }

    private JsonNode get(JsonNode json, Transaction transaction) throws SyscallException {
        boolean system = json.path("isSystem").asBoolean(false);
        SyscallArguments arguments = new SyscallArguments(system ? "db.system.get" : "db.get", json);
        DocumentId id = arguments.id();
        String table = transaction.tableOf(id);
        if (table == null) {
            return NODES.nullNode();
        }
        subject = Subject.of("get", table);
        SyscallArguments.guard(table, system);
        arguments.checkTable(table);
        Document document = transaction.get(id);
        return document == null ? NODES.nullNode() : document.toJson();
    }

    private JsonNode count(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        String table = arguments.table();
        subject = Subject.of("count", table);
        return NODES.numberNode((double) transaction.count(table));
    }

    private JsonNode normalizeId(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        String table = arguments.table();
        subject = Subject.of("normalizeId", table);
        String text = arguments.text("idString");
        boolean belongs;
        try {
            belongs = table.equals(transaction.tableOf(DocumentId.decode(text)));
        } catch (ValueException noId) {
            belongs = false;
        }
        return NODES.objectNode().put("id", belongs ? text : null);
    }

    private JsonNode insert(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        String table = arguments.table();
        subject = Subject.of("insert", table);
        ConvexValue.Obj value = arguments.value();
        SyscallArguments.guard(table, false);
        return NODES.objectNode()
                .put("_id", transaction.insert(table, value).id().encode());
    }

    private JsonNode patch(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        DocumentId id = writableId("patch", arguments, transaction);
        return transaction.patch(id, arguments.patch()).toJson();
    }

    private JsonNode replace(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        DocumentId id = writableId("replace", arguments, transaction);
        return transaction.replace(id, arguments.value()).toJson();
    }

    private JsonNode remove(SyscallArguments arguments, Transaction transaction) throws SyscallException {
        return transaction.delete(writableId("delete", arguments, transaction)).toJson();
    }

    private DocumentId writableId(String verb, SyscallArguments arguments, Transaction transaction)
            throws SyscallException {
        DocumentId id = arguments.id();
        String table = arguments.tableOf(id, transaction);
        subject = Subject.of(verb, table);
        SyscallArguments.guard(table, false);
        return id;
    }
}
