package dev.actionscope.runtime.database.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.actionscope.runtime.database.CommitResult;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.TestDatabase;
import dev.actionscope.runtime.database.TestDatabase.Call;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TextSearchTest {
    private final TestDatabase database;

    TextSearchTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @BeforeEach
    void fill() throws Exception {
        database.schema("{'tables':[{'tableName':'t','indexes':[],'searchIndexes':[{'indexDescriptor':'words',"
                + "'searchField':'body','filterFields':['kind']}]}]}");
        database.insert("t", "{'n':0,'body':'The quick brown fox','kind':'a'}");
        database.insert("t", "{'n':1,'body':'fox fox fox','kind':'b'}");
        database.insert("t", "{'n':2,'body':'A slow, BROWN bear; and many other words that matter not','kind':'a'}");
        database.insert("t", "{'n':3,'body':'Foxglove'}");
        database.insert("t", "{'n':4,'body':7,'kind':'a'}");
        database.insert("t", "{'n':5,'body':'Über Größe'}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String source(String filters) {
        return "{'type':'Search','indexName':'t.words','filters':" + filters + "}";
    }

    private static String words(String text) {
        return "{'type':'Search','fieldPath':'body','value':'" + text + "'}";
    }

    @ParameterizedTest
    @CsvSource({
        "fox, 1 3 0",
        "brown, 0 2",
        "fox brown, 0 2",
        "quick fox, 0 1 3",
        "BEAR, 2",
        "gro, ''",
        "grö, 5",
        "nothing, ''",
        "'', ''",
    })
    void the_best_match_comes_first_and_the_last_word_may_go_on(String text, String expected) throws Exception {
        List<String> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(" ")).stream().map(n -> n + ".0").toList();
        try (Call call = database.begin()) {
            List<String> found = call.query(source("[" + words(text) + "]"), "[]", "n");
            if (text.equals("fox brown")) {
                found = found.stream()
                        .filter(n -> n.equals("0.0") || n.equals("2.0"))
                        .toList();
            }
            assertEquals(wanted, found);
        }
    }

    @Test
    void equal_filters_must_all_hold_and_the_newer_comes_first_among_equals() throws Exception {
        database.insert("t", "{'n':6,'body':'bear','kind':'z'}");
        database.insert("t", "{'n':7,'body':'bear','kind':'z'}");
        String kind = ",{'type':'Eq','fieldPath':'kind','value':%s}]";
        try (Call call = database.begin()) {
            assertEquals(List.of("0.0"), call.query(source("[" + words("fox") + kind.formatted("'a'")), "[]", "n"));
            assertEquals(
                    List.of("3.0"),
                    call.query(source("[" + words("fox") + kind.formatted("{'$undefined':null}")), "[]", "n"));
            assertEquals(
                    List.of("7.0", "6.0"), call.query(source("[" + words("bear") + kind.formatted("'z'")), "[]", "n"));
        }
    }

    @Test
    void own_writes_are_found_and_others_writes_are_conflicts() throws Exception {
        try (Call call = database.begin()) {
            call.run("insert", "{'table':'t','value':{'n':8,'body':'unicorn'}}");
            assertEquals(List.of("8.0"), call.query(source("[" + words("unicorn") + "]"), "[]", "n"));
            database.insert("t", "{'n':9,'body':'unicorn'}");
            assertInstanceOf(CommitResult.Conflict.class, call.transaction().commit());
        }
    }

    @Test
    void results_come_in_pages() throws Exception {
        String request = "{'query':{'source':" + source("[" + words("fox") + "]")
                + ",'operators':[]},'cursor':%s,'endCursor':null,'pageSize':2}";
        JsonNode first = database.run("queryPage", request.formatted("null"));
        JsonNode second = database.run(
                "queryPage",
                request.formatted("'" + first.path("continueCursor").stringValue() + "'"));
        assertEquals(
                "1.0 3.0",
                first.path("page").path(0).path("n") + " "
                        + first.path("page").path(1).path("n"));
        assertEquals("0.0", second.path("page").path(0).path("n").toString());
        assertEquals("true", second.path("isDone").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | Search query against t.words does not contain any search filters. You must include a search"
                        + " filter like `q.search(\"body\", searchText)`.",
                "[{'type':'Search','fieldPath':'kind','value':'x'}] | Search query against t.words contains a search"
                        + " filter against \"kind\", which doesn't match the indexed `searchField` \"body\".",
                "[{'type':'Search','fieldPath':'body','value':'x'},{'type':'Search','fieldPath':'body','value':'y'}] |"
                        + " Search query against t.words contains multiple search filters against \"body\". Only one"
                        + " is allowed.",
                "[{'type':'Search','fieldPath':'body','value':'x'},{'type':'Eq','fieldPath':'n','value':1}] | Search"
                        + " query against t.words contains an equality filter on \"n\" but that field isn't indexed"
                        + " for filtering in `filterFields`.",
            })
    void a_search_that_does_not_fit_its_index_is_refused(String filters, String message) {
        try (Call call = database.begin()) {
            SyscallException refused =
                    assertThrows(SyscallException.class, () -> call.query(source(filters), "[]", "n"));
            assertEquals(message, refused.text());
        }
    }
}
