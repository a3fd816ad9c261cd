package dev.actionscope.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.syscalls.DatabaseSyscalls.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 60;

    private final TestDatabase database;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    ConcurrencyTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private interface Mutation {
        void in(Call call) throws Exception;
    }

    /// Runs until it commits, as the owner of a mutation does.
    private int retry(Mutation mutation) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try (Call call = database.begin()) {
                mutation.in(call);
                if (call.transaction().commit() instanceof CommitResult.Committed) {
                    return attempt;
                }
            }
        }
    }

    private void together(Callable<?> work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(work));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    private static double number(Call call, String id) throws Exception {
        return call.run("get", "{'id':'" + id + "'}").path("n").doubleValue();
    }

    @Test
    void counters_that_many_increment_lose_nothing() throws Exception {
        String counter = database.insert("counters", "{'n':0}");
        AtomicInteger attempts = new AtomicInteger();
        together(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                attempts.addAndGet(retry(call -> {
                    double n = number(call, counter);
                    call.run("shallowMerge", "{'id':'" + counter + "','value':{'n':" + (n + 1) + "}}");
                    call.run("insert", "{'table':'log','value':{'n':" + n + "}}");
                }));
            }
            return null;
        });
        try (Call call = database.begin()) {
            assertEquals(THREADS * ROUNDS, number(call, counter));
            List<String> log = call.scan("log", "n");
            assertEquals(THREADS * ROUNDS, log.size());
            assertEquals(log.size(), log.stream().distinct().count());
            assertEquals((long) THREADS * ROUNDS, call.transaction().count("log"));
        }
        assertTrue(attempts.get() >= THREADS * ROUNDS);
    }

    @Test
    void money_that_moves_between_accounts_is_neither_made_nor_lost_nor_seen_in_between() throws Exception {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            accounts.add(database.insert("accounts", "{'n':100}"));
        }
        together(() -> {
            Random random = new Random();
            for (int i = 0; i < ROUNDS; i++) {
                String from = accounts.get(random.nextInt(5));
                String to = accounts.get(random.nextInt(5));
                retry(call -> {
                    call.run("shallowMerge", "{'id':'" + from + "','value':{'n':" + (number(call, from) - 1) + "}}");
                    call.run("shallowMerge", "{'id':'" + to + "','value':{'n':" + (number(call, to) + 1) + "}}");
                });
                try (Call call = database.begin()) {
                    assertEquals(500, sum(call));
                }
            }
            return null;
        });
        for (DocumentChange change : database.database().changes(0, Long.MAX_VALUE)) {
            try (Transaction past = database.database().readAt(change.timestamp())) {
                double sum = sum(new Call(past, Access.READ));
                assertTrue(sum == 500 || change.before() == null, "at " + change.timestamp() + ": " + sum);
            }
        }
    }

    private static double sum(Call call) throws Exception {
        return call.scan("accounts", "n").stream()
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    @Test
    void only_one_of_many_claims_a_name() throws Exception {
        database.schema("{'tables':[{'tableName':'names','indexes':[{'indexDescriptor':'by_n','fields':['n']}]}]}");
        together(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                int name = i;
                retry(call -> {
                    List<String> taken = call.query(
                            "{'type':'IndexRange','indexName':'names.by_n','range':"
                                    + "[{'type':'Eq','fieldPath':'n','value':" + name + "}],'order':null}",
                            "[{'limit':1}]",
                            "_id");
                    if (taken.isEmpty()) {
                        call.run("insert", "{'table':'names','value':{'n':" + name + "}}");
                    }
                });
            }
            return null;
        });
        try (Call call = database.begin()) {
            assertEquals(ROUNDS, call.scan("names", "n").size());
        }
    }

    @Test
    void a_table_that_many_begin_exists_once() throws Exception {
        together(() -> retry(call -> call.run("insert", "{'table':'fresh','value':{}}")));
        assertEquals(1, database.database().tables().size());
        try (Call call = database.begin()) {
            assertEquals(THREADS, call.scan("fresh", "_id").size());
        }
    }
}
