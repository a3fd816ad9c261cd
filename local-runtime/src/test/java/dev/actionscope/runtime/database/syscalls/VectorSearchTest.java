package dev.actionscope.runtime.database.syscalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.TestDatabase;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class VectorSearchTest {
    private final TestDatabase database;

    VectorSearchTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @BeforeEach
    void fill() throws Exception {
        database.schema("{'tables':[{'tableName':'t','indexes':[],'vectorIndexes':[{'indexDescriptor':'near',"
                + "'vectorField':'v','dimensions':2,'filterFields':['kind']}]}]}");
        database.insert("t", "{'n':0,'v':[1,0],'kind':'a'}");
        database.insert("t", "{'n':1,'v':[1,1],'kind':'b'}");
        database.insert("t", "{'n':2,'v':[0,3],'kind':'c'}");
        database.insert("t", "{'n':3,'v':[-1,0],'kind':'a'}");
        database.insert("t", "{'n':4,'v':[1,0,0]}");
        database.insert("t", "{'n':5,'v':['x','y']}");
        database.insert("t", "{'n':6}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private JsonNode search(String query) throws SyscallException {
        return new VectorSearch(database.database()).search(TestDatabase.json("{'query':" + query + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'indexName':'t.near','vector':[2,0],'expressions':null} | 0:1.00 1:0.71 2:0.00 3:-1.00",
                "{'indexName':'t.near','vector':[0,1],'limit':2} | 2:1.00 1:0.71",
                "{'indexName':'t.near','vector':[2,0],'expressions':{'$eq':[{'$field':'kind'},{'$literal':'a'}]}} |"
                        + " 0:1.00 3:-1.00",
                "{'indexName':'t.near','vector':[2,0],'expressions':{'$or':[{'$eq':[{'$field':'kind'},"
                        + "{'$literal':'a'}]},{'$eq':[{'$field':'kind'},{'$literal':'b'}]}]}} | 0:1.00 1:0.71 3:-1.00",
            })
    void the_nearest_come_first_with_their_cosine(String query, String expected) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode hit : search(query).path("results")) {
            JsonNode document = database.get(hit.path("_id").stringValue());
            found.add("%d:%.2f"
                    .formatted(document.path("n").asInt(), hit.path("_score").doubleValue()));
        }
        assertEquals(expected, String.join(" ", found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'indexName':'t.far','vector':[1,2]} | Index t.far not found.",
                "{'indexName':'t.near','vector':[1,2,3]} | Expected a vector with dimensions 2, received 3.",
                "{'indexName':'t.near','vector':[1,2],'limit':257} | Vector queries can fetch at most 256 results,"
                        + " requested 257.",
                "{'indexName':'t.near','vector':[1,2],'expressions':{'$lt':[1,2]}} | Filters should be a combination of"
                        + " `q.eq` and `q.or`.",
            })
    void what_cannot_be_searched_is_refused(String query, String message) {
        assertEquals(
                message,
                assertThrows(SyscallException.class, () -> search(query)).text());
    }
}
