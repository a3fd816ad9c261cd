package dev.actionscope.runtime.database.syscalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.TestDatabase;
import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PaginationTest {
    private final TestDatabase database;

    PaginationTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @BeforeEach
    void fill() throws Exception {
        try (Call call = database.begin()) {
            for (int i = 0; i < 25; i++) {
                call.run("insert", "{'table':'t','value':{'n':" + i + "}}");
            }
            call.transaction().commit();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String request(String order, String cursor, String end, int size, String more) {
        return "{'query':{'source':{'type':'FullTableScan','tableName':'t','order':'" + order
                + "'},'operators':[]},'cursor':" + cursor + ",'endCursor':" + end + ",'pageSize':" + size + more + "}";
    }

    private JsonNode page(String order, String cursor, String end, int size, String more) throws Exception {
        return database.run("queryPage", request(order, cursor, end, size, more));
    }

    private static List<Integer> numbers(JsonNode page) {
        List<Integer> numbers = new ArrayList<>();
        page.path("page").forEach(document -> numbers.add(document.path("n").asInt()));
        return numbers;
    }

    private static String quoted(JsonNode cursor) {
        return cursor.toString().replace('"', '\'');
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void pages_follow_each_other_without_gap_or_overlap(String order) throws Exception {
        List<Integer> seen = new ArrayList<>();
        String cursor = "null";
        boolean done = false;
        while (!done) {
            JsonNode page = page(order, cursor, "null", 7, "");
            seen.addAll(numbers(page));
            cursor = quoted(page.path("continueCursor"));
            done = page.path("isDone").booleanValue();
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(order.equals("asc") ? i : 24 - i);
        }
        assertEquals(all, seen);
        assertEquals(List.of(), numbers(page(order, cursor, "null", 7, "")));
    }

    @Test
    void a_full_page_is_not_known_to_be_the_last() throws Exception {
        JsonNode page = page("asc", "null", "null", 25, "");
        assertFalse(page.path("isDone").booleanValue());
        JsonNode rest = page("asc", quoted(page.path("continueCursor")), "null", 25, "");
        assertTrue(rest.path("isDone").booleanValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void an_end_cursor_reads_the_same_part_again_whatever_is_in_it_now(String order) throws Exception {
        JsonNode first = page(order, "null", "null", 5, "");
        JsonNode second = page(order, quoted(first.path("continueCursor")), "null", 5, "");
        String gone = second.path("page").path(2).path("_id").stringValue();
        database.run("remove", "{'id':'" + gone + "'}");
        JsonNode again =
                page(order, quoted(first.path("continueCursor")), quoted(second.path("continueCursor")), 1, "");
        List<Integer> expected = new ArrayList<>(numbers(second));
        expected.subList(2, 3).clear();
        assertEquals(expected, numbers(again));
        assertEquals(second.path("continueCursor"), again.path("continueCursor"));
    }

    @Test
    void the_journal_lets_a_query_that_is_run_again_keep_its_page() throws Exception {
        String journal;
        try (Call call = database.begin()) {
            call.run("queryPage", request("asc", "null", "null", 3, ""));
            journal = call.syscalls().journal();
        }
        assertNotNull(journal);
        try (Transaction transaction = database.database().begin()) {
            Call again = new Call(transaction, new DatabaseSyscalls(DatabaseSyscalls.Access.READ, journal));
            assertEquals(List.of(0, 1, 2), numbers(again.run("queryPage", request("asc", "null", "null", 20, ""))));
        }
    }

    @Test
    void the_split_cursor_is_in_the_middle() throws Exception {
        JsonNode page = page("asc", "null", "null", 9, "");
        JsonNode left = page("asc", "null", quoted(page.path("splitCursor")), 9, "");
        JsonNode right = page("asc", quoted(page.path("splitCursor")), quoted(page.path("continueCursor")), 9, "");
        List<Integer> both = new ArrayList<>(numbers(left));
        both.addAll(numbers(right));
        assertEquals(numbers(page), both);
        assertEquals(5, numbers(left).size());
        assertTrue(page("asc", "null", "null", 2, "").path("splitCursor").isNull());
    }

    @Test
    void a_cursor_of_another_query_is_refused_as_a_convex_error() throws Exception {
        String cursor = quoted(page("asc", "null", "null", 3, "").path("continueCursor"));
        for (String foreign : List.of(cursor, "'nonsense'", "'!'")) {
            String order = foreign.equals(cursor) ? "desc" : "asc";
            SyscallException refused = assertThrows(SyscallException.class, () -> page(order, foreign, "null", 3, ""));
            assertEquals(
                    "InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from"
                            + " a different query.",
                    refused.text());
            assertEquals(
                    "{\"isConvexSystemError\":true,\"paginationError\":\"InvalidCursor\"}",
                    String.valueOf(refused.data()));
        }
    }

    @Test
    void a_function_may_paginate_once() throws Exception {
        try (Call call = database.begin()) {
            call.run("queryPage", request("asc", "null", "null", 3, ""));
            SyscallException refused = assertThrows(
                    SyscallException.class, () -> call.run("queryPage", request("asc", "null", "null", 3, "")));
            assertEquals(
                    "This query or mutation function ran multiple paginated queries. Convex only supports a single"
                            + " paginated query in each function.",
                    refused.text());
        }
    }

    @Test
    void a_page_that_reads_too_much_is_cut_and_says_so() throws Exception {
        JsonNode cut = page("asc", "null", "null", 20, ",'maximumRowsRead':8");
        assertEquals("SplitRequired", cut.path("pageStatus").asString(""));
        assertEquals(8, numbers(cut).size());
        assertEquals(List.of(8, 9), numbers(page("asc", quoted(cut.path("continueCursor")), "null", 2, "")));
        JsonNode near = page("asc", "null", "null", 7, ",'maximumRowsRead':8");
        assertEquals("SplitRecommended", near.path("pageStatus").asString(""));
        JsonNode bytes = page("asc", "null", "null", 20, ",'maximumBytesRead':200");
        assertEquals("SplitRequired", bytes.path("pageStatus").asString(""));
        assertTrue(page("asc", "null", "null", 5, ",'maximumRowsRead':8")
                .path("pageStatus")
                .isNull());
    }

    @Test
    void the_end_of_an_empty_table_is_done() throws Exception {
        String query = request("asc", "null", "null", 5, "").replace("'t'", "'nothing'");
        JsonNode page = database.run("queryPage", query);
        assertTrue(page.path("isDone").booleanValue());
        assertEquals(0, page.path("page").size());
    }
}
