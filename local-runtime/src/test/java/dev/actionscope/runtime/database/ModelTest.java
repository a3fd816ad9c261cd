package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.database.query.Query.Bound;
import dev.actionscope.runtime.database.query.Query.Relation;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.RandomValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// Random transactions against the database and against a plain map: both must answer alike, now and for every past
/// moment.
class ModelTest {
    private static final FieldPath A = new FieldPath(List.of("a"));

    private final Map<DocumentId, Obj> model = new TreeMap<>(Comparator.comparing(DocumentId::encode));
    private final List<Map<DocumentId, Obj>> pasts = new ArrayList<>();
    private final List<Long> timestamps = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void random_transactions_give_what_a_map_gives(long seed) throws Exception {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(random);
        try (TestDatabase database = new TestDatabase()) {
            database.schema("{'schemaValidation':false,'tables':[{'tableName':'t','indexes':"
                    + "[{'indexDescriptor':'by_a','fields':['a']}]}]}");
            for (int round = 0; round < 60; round++) {
                transaction(database.database(), random, values);
            }
            for (int i = 0; i < pasts.size(); i += 7) {
                try (Transaction past = database.database().readAt(timestamps.get(i))) {
                    compare(past, pasts.get(i), random, values);
                }
            }
        }
    }

    private void transaction(Database database, Random random, RandomValues values) throws Exception {
        Map<DocumentId, Obj> before = Map.copyOf(model);
        try (Transaction transaction = database.begin()) {
            for (int step = random.nextInt(6); step >= 0; step--) {
                boolean nested = random.nextInt(4) == 0;
                Map<DocumentId, Obj> savepoint = new TreeMap<>(Comparator.comparing(DocumentId::encode));
                savepoint.putAll(model);
                if (nested) {
                    transaction.beginSubtransaction(null);
                }
                write(transaction, random, values);
                if (nested && random.nextBoolean()) {
                    transaction.rollbackSubtransaction();
                    model.clear();
                    model.putAll(savepoint);
                } else if (nested) {
                    transaction.commitSubtransaction();
                }
                compare(transaction, model, random, values);
            }
            if (random.nextInt(5) == 0) {
                model.clear();
                model.putAll(before);
                return;
            }
            transaction.commit();
        }
        Map<DocumentId, Obj> now = new TreeMap<>(Comparator.comparing(DocumentId::encode));
        now.putAll(model);
        pasts.add(now);
        timestamps.add(database.lastTimestamp());
    }

    private void write(Transaction transaction, Random random, RandomValues values) throws Exception {
        Obj value = random.nextInt(4) == 0 ? new Obj(Map.of()) : new Obj(Map.of("a", values.next(1)));
        int choice = model.isEmpty() ? 0 : random.nextInt(4);
        if (choice < 2) {
            Document inserted = transaction.insert("t", value);
            model.put(inserted.id(), inserted.value());
            return;
        }
        DocumentId id = new ArrayList<>(model.keySet()).get(random.nextInt(model.size()));
        if (choice == 2) {
            model.put(id, transaction.replace(id, value).value());
        } else {
            transaction.delete(id);
            model.remove(id);
        }
    }

    private static void compare(
            Transaction transaction, Map<DocumentId, Obj> expected, Random random, RandomValues values)
            throws Exception {
        boolean descending = random.nextBoolean();
        ConvexValue low = values.nextMaybe();
        ConvexValue high = values.nextMaybe();
        boolean withLow = random.nextBoolean();
        boolean withHigh = random.nextBoolean();
        List<Bound> bounds = new ArrayList<>();
        Predicate<ConvexValue> inside = value -> true;
        if (withLow) {
            bounds.add(new Bound(Relation.GREATER, A, low));
            inside = inside.and(value -> value.compareTo(low) > 0);
        }
        if (withHigh) {
            bounds.add(new Bound(Relation.AT_MOST, A, high));
            inside = inside.and(value -> value.compareTo(high) <= 0);
        }
        QueryStream stream = transaction.query(new Query(
                new Query.IndexRange("t", "by_a", bounds, descending), List.of(), JsonNodeFactory.instance.nullNode()));
        List<Obj> found = new ArrayList<>();
        for (Document next = stream.next(); next != null; next = stream.next()) {
            found.add(next.value());
        }
        Predicate<ConvexValue> within = inside;
        Comparator<Obj> order = Comparator.<Obj, ConvexValue>comparing(value -> value.at(A))
                .thenComparing(value -> value.at(FieldPath.CREATION_TIME));
        List<Obj> wanted = expected.values().stream()
                .filter(value -> within.test(value.at(A)))
                .sorted(descending ? order.reversed() : order)
                .toList();
        assertEquals(wanted, found);
        assertEquals(expected.size(), transaction.count("t"));
    }
}
