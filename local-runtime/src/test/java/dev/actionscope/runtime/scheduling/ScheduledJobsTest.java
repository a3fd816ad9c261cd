package dev.actionscope.runtime.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.CommitResult;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.TestDatabase;
import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.scheduling.ScheduledJobs.Request;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ScheduledJobsTest {
    private static final double NOW = 1_700_000_000;

    private final TestDatabase database;
    private final ScheduledJobs jobs;

    ScheduledJobsTest() throws DatabaseException {
        database = new TestDatabase();
        jobs = ScheduledJobs.of(database.database(), InstantSource.fixed(Instant.ofEpochSecond((long) NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Request at(double seconds) {
        return by(seconds, null);
    }

    private static Request by(double seconds, @Nullable String scheduler) {
        return new Request("messages.js:send", new Array(List.of(new Obj(Map.of()))), seconds, scheduler);
    }

    private ScheduledJob find(String id) throws SyscallException {
        try (Transaction transaction = database.database().begin()) {
            return jobs.find(transaction, id).orElseThrow();
        }
    }

    @Test
    void what_a_mutation_schedules_is_there_once_it_commits() throws Exception {
        String id;
        try (Call call = database.begin()) {
            id = jobs.schedule(call.transaction(), at(NOW + 5));
            assertEquals(1, call.scan("_scheduled_functions", "name").size());
            assertEquals(OptionalDouble.empty(), jobs.nextDueTime());
            assertInstanceOf(CommitResult.Committed.class, call.transaction().commit());
        }
        assertEquals(OptionalDouble.of((NOW + 5) * 1000), jobs.nextDueTime());
        JsonNode row = database.run("get", "{'id':'" + id + "','isSystem':true}");
        assertEquals(
                List.of("_creationTime", "_id", "args", "name", "scheduledTime", "state"),
                List.copyOf(row.propertyNames()));
        assertEquals("{\"kind\":\"pending\"}", row.path("state").toString());
        assertEquals("[{}]", row.path("args").toString());
    }

    @Test
    void what_an_abandoned_mutation_schedules_is_not() throws Exception {
        try (Call call = database.begin()) {
            jobs.schedule(call.transaction(), at(NOW));
        }
        assertEquals(List.of(), jobs.dueAt(Double.MAX_VALUE, 10));
    }

    @Test
    void due_ones_come_earliest_first_and_others_do_not() throws Exception {
        jobs.schedule(at(NOW + 3));
        String second = jobs.schedule(at(NOW + 2));
        String first = jobs.schedule(at(NOW + 1));
        List<String> due =
                jobs.dueAt((NOW + 2) * 1000, 10).stream().map(ScheduledJob::id).toList();
        assertEquals(List.of(first, second), due);
        assertEquals(1, jobs.dueAt((NOW + 2) * 1000, 1).size());
    }

    @Test
    void an_action_is_claimed_once_and_completed() throws Exception {
        String id = jobs.schedule(at(NOW));
        assertInstanceOf(JobState.InProgress.class, jobs.claim(id).orElseThrow().state());
        assertEquals(Optional.empty(), jobs.claim(id));
        assertEquals(List.of(), jobs.dueAt(Double.MAX_VALUE, 10));
        jobs.complete(id, new JobState.Broke("Uncaught Error: no"));
        ScheduledJob done = find(id);
        assertEquals(new JobState.Failed("Uncaught Error: no"), done.state());
        assertEquals(NOW * 1000, done.completedTime());
    }

    @Test
    void a_mutation_sees_itself_running_and_is_done_when_it_commits() throws Exception {
        String id = jobs.schedule(at(NOW));
        try (Call call = database.begin()) {
            assertTrue(jobs.start(call.transaction(), id).isPresent());
            JsonNode self = call.run("get", "{'id':'" + id + "','isSystem':true}");
            assertEquals("inProgress", self.path("state").path("kind").asString(""));
            jobs.complete(call.transaction(), id, new JobState.Succeeded());
            assertInstanceOf(JobState.Pending.class, find(id).state());
            call.transaction().commit();
        }
        assertInstanceOf(JobState.Success.class, find(id).state());
    }

    @Test
    void a_canceled_one_does_not_run_and_stays_canceled() throws Exception {
        String waiting = jobs.schedule(at(NOW));
        jobs.cancel(waiting);
        assertEquals(Optional.empty(), jobs.claim(waiting));
        String running = jobs.schedule(at(NOW));
        jobs.claim(running);
        jobs.cancel(running);
        jobs.complete(running, new JobState.Succeeded());
        assertInstanceOf(JobState.Canceled.class, find(running).state());
        String done = jobs.schedule(at(NOW));
        jobs.complete(done, new JobState.Succeeded());
        jobs.cancel(done);
        assertInstanceOf(JobState.Success.class, find(done).state());
    }

    @Test
    void what_a_canceled_one_schedules_is_canceled_from_the_start() throws Exception {
        String parent = jobs.schedule(at(NOW));
        jobs.claim(parent);
        String before = jobs.schedule(by(NOW + 1, parent));
        jobs.cancel(parent);
        String after = jobs.schedule(by(NOW + 1, parent));
        assertInstanceOf(JobState.Pending.class, find(before).state());
        assertInstanceOf(JobState.Canceled.class, find(after).state());
    }

    @Test
    void a_mutation_cannot_cancel_itself_or_what_is_none() throws Exception {
        String id = jobs.schedule(at(NOW));
        String user = database.insert("t", "{}");
        try (Transaction transaction = database.database().begin()) {
            assertEquals(
                    "A mutation cannot cancel itself",
                    assertThrows(SyscallException.class, () -> jobs.cancel(transaction, id, id))
                            .text());
            assertEquals(
                    "Invalid scheduled function ID. The ID must be an ID on the '_scheduled_functions' table.",
                    assertThrows(SyscallException.class, () -> jobs.cancel(transaction, user, null))
                            .text());
            assertEquals(
                    "Invalid argument `id` for `db.cancel_job`: Unable to decode ID: Invalid ID length 1",
                    assertThrows(SyscallException.class, () -> jobs.cancel(transaction, "x", null))
                            .text());
        }
    }

    @Test
    void what_was_interrupted_has_failed() throws Exception {
        String id = jobs.schedule(at(NOW));
        jobs.claim(id);
        jobs.schedule(at(NOW));
        assertEquals(1, jobs.failInterrupted().size());
        assertEquals(new JobState.Failed("Transient error while executing action"), find(id).state());
        assertEquals(1, jobs.dueAt(Double.MAX_VALUE, 10).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1900000000.5 | UnixTimestamp(1900000000.5s) is more than 5 years in the future",
                "1500000000 | UnixTimestamp(1500000000s) is more than 5 years in the past",
                "-1 | Invalid arguments for `ts`: cannot convert float seconds to Duration: value is negative",
                "NaN | Invalid arguments for `ts`: cannot convert float seconds to Duration: value is either too big or"
                        + " NaN",
            })
    void times_out_of_reach_are_refused(double seconds, String message) {
        SyscallException refused = assertThrows(SyscallException.class, () -> jobs.schedule(at(seconds)));
        assertEquals(message, refused.text());
    }

    @Test
    void a_mutation_may_schedule_so_many_and_no_more() throws Exception {
        try (Call call = database.begin(TransactionLimits.parse(TestDatabase.json("{'functionsScheduled':2}")))) {
            jobs.schedule(call.transaction(), at(NOW));
            jobs.schedule(call.transaction(), at(NOW));
            SyscallException refused =
                    assertThrows(SyscallException.class, () -> jobs.schedule(call.transaction(), at(NOW)));
            assertEquals("Too many functions scheduled by this mutation (limit: 2)", refused.text());
            assertEquals(0, call.transaction().used().documentsWritten());
        }
    }

    @Test
    void a_rolled_back_part_schedules_nothing_but_counts() throws Exception {
        try (Call call = database.begin()) {
            call.transaction().beginSubtransaction(null);
            jobs.schedule(call.transaction(), at(NOW));
            call.transaction().rollbackSubtransaction();
            assertEquals(1, call.transaction().used().functionsScheduled());
            call.transaction().commit();
        }
        assertFalse(jobs.nextDueTime().isPresent());
    }
}
