package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.database.QueryStream;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.DatabaseSchema.VectorIndex;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.ValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The syscall behind `ctx.vectorSearch` (`1.0/actions/vectorSearch`): the nearest by cosine, exactly, by comparing
/// with
/// every document of the table. Documents without a vector of the index's length are not in the index.
public final class VectorSearch {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST_RESULTS = 256;
    private static final TransactionLimits UNLIMITED =
            new TransactionLimits(Long.MAX_VALUE, 0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);

    private final Database database;

    private record Hit(Document document, double score) {}

    /// Searches the newest state of a database.
    public VectorSearch(Database database) {
        this.database = database;
    }

    /// Answers the syscall: `{"results": [{"_id", "_score"}]}`, best first.
    ///
    /// @throws SyscallException with Convex's text where it has one
    public JsonNode search(JsonNode arguments) throws SyscallException {
        JsonNode query = arguments.path("query");
        String name = query.path("indexName").asString("");
        VectorIndex index = index(name);
        double[] vector = vector(query.path("vector"), index.dimensions());
        int limit = query.path("limit").isNumber() ? query.path("limit").intValue() : DEFAULT_LIMIT;
        if (limit < 1 || limit > MOST_RESULTS) {
            throw new SyscallException(
                    "Vector queries can fetch at most " + MOST_RESULTS + " results, requested " + limit + ".");
        }
        Predicate<ConvexValue> filter = filter(query.path("expressions"), index, name);
        List<Hit> hits = hits(name.substring(0, name.indexOf('.')), index, vector, filter);
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.document().idText()));
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (Hit hit : hits.subList(0, Math.min(limit, hits.size()))) {
            results.addObject().put("_id", hit.document().idText()).put("_score", hit.score());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("results", results);
        return answer;
    }

    private VectorIndex index(String name) throws SyscallException {
        int dot = name.indexOf('.');
        DatabaseSchema.TableSchema table =
                dot < 0 ? null : database.schema().tables().get(name.substring(0, dot));
        if (table != null) {
            for (VectorIndex index : table.vectorIndexes()) {
                if (index.name().equals(name.substring(dot + 1))) {
                    return index;
                }
            }
        }
        throw new SyscallException("Index " + name + " not found.");
    }

    private static double[] vector(JsonNode json, int dimensions) throws SyscallException {
        double[] vector = new double[json.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = json.path(i).doubleValue();
        }
        if (vector.length != dimensions) {
            throw new SyscallException(
                    "Expected a vector with dimensions " + dimensions + ", received " + vector.length + ".");
        }
        return vector;
    }

    private static Predicate<ConvexValue> filter(JsonNode json, VectorIndex index, String name)
            throws SyscallException {
        if (json.isNull() || json.isMissingNode()) {
            return document -> true;
        }
        if (json.has("$or")) {
            Predicate<ConvexValue> any = document -> false;
            for (JsonNode alternative : json.path("$or")) {
                any = any.or(filter(alternative, index, name));
            }
            return any;
        }
        if (!json.has("$eq")) {
            throw new SyscallException("Filters should be a combination of `q.eq` and `q.or`.");
        }
        JsonNode field = json.path("$eq").path(0).path("$field");
        JsonNode literal = json.path("$eq").path(1).path("$literal");
        if (!field.isString() || literal.isMissingNode()) {
            throw new SyscallException("`q.eq` must take a field path as its first argument and a value as its second");
        }
        if (!index.filterFields().contains(field.stringValue())) {
            throw new SyscallException("Vector query against " + name + " contains an equality filter on \""
                    + field.stringValue() + "\" but that field isn't indexed for filtering in `filterFields`.");
        }
        try {
            FieldPath path = FieldPath.parse(field.stringValue());
            ConvexValue wanted = ConvexJson.decodeMaybe(literal);
            return document -> document.at(path).equals(wanted);
        } catch (ValueException invalid) {
            throw new SyscallException(invalid.text());
        }
    }

    private List<Hit> hits(String table, VectorIndex index, double[] vector, Predicate<ConvexValue> filter)
            throws SyscallException {
        FieldPath path = new FieldPath(List.of(index.vectorField().split("\\.", -1)));
        Query scan = new Query(new Query.TableScan(table, false), List.of(), JsonNodeFactory.instance.nullNode());
        List<Hit> hits = new ArrayList<>();
        try (Transaction transaction = database.begin(UNLIMITED)) {
            QueryStream stream = transaction.query(scan);
            for (Document document = stream.next(); document != null; document = stream.next()) {
                double[] other = numbers(document.value().at(path), vector.length);
                if (other != null && filter.test(document.value())) {
                    hits.add(new Hit(document, cosine(vector, other)));
                }
            }
        }
        return hits;
    }

    private static double @Nullable [] numbers(ConvexValue value, int length) {
        if (!(value instanceof ConvexValue.Array(List<ConvexValue> items)) || items.size() != length) {
            return null;
        }
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            if (!(items.get(i) instanceof ConvexValue.Float64(double number))) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static double cosine(double[] a, double[] b) {
        double product = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        double lengths = Math.sqrt(lengthA) * Math.sqrt(lengthB);
        return lengths == 0 ? 0 : product / lengths;
    }
}
