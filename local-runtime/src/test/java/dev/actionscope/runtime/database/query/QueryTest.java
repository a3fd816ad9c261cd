package dev.actionscope.runtime.database.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

class QueryTest {
    private static final String SCAN = "{'type':'FullTableScan','tableName':'t','order':null}";

    private final TestDatabase database;

    QueryTest() throws DatabaseException {
        database = new TestDatabase();
    }

    @BeforeEach
    void fill() throws Exception {
        database.schema("{'schemaValidation':false,'tables':[{'tableName':'t','indexes':["
                + "{'indexDescriptor':'by_a_b','fields':['a','b']},{'indexDescriptor':'by_x','fields':['o.x']}],"
                + "'stagedDbIndexes':[{'indexDescriptor':'later','fields':['b']}]}]}");
        // n is the order of insertion; a and b are what the index sorts by.
        String[] values = {
            "{'n':0,'a':2,'b':'x'}", "{'n':1,'a':1,'b':'y'}", "{'n':2,'a':1,'b':'x','o':{'x':5}}",
            "{'n':3,'b':'x'}", "{'n':4,'a':null,'b':'x'}", "{'n':5,'a':{'$integer':'AQAAAAAAAAA='},'b':'x'}",
            "{'n':6,'a':3,'b':'x'}", "{'n':7,'a':1,'b':'z'}"
        };
        for (String value : values) {
            database.insert("t", value);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> query(String source, String operators) throws SyscallException {
        try (Call call = database.begin()) {
            return call.query(source, operators, "n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | 3 4 5 2 1 7 0 6",
                "[{'type':'Eq','fieldPath':'a','value':1}] | 2 1 7",
                "[{'type':'Eq','fieldPath':'a','value':1},{'type':'Eq','fieldPath':'b','value':'y'}] | 1",
                "[{'type':'Eq','fieldPath':'b','value':'y'},{'type':'Eq','fieldPath':'a','value':1}] | 1",
                "[{'type':'Eq','fieldPath':'a','value':1},{'type':'Gt','fieldPath':'b','value':'x'}] | 1 7",
                "[{'type':'Eq','fieldPath':'a','value':1},{'type':'Gte','fieldPath':'b','value':'x'},"
                        + "{'type':'Lt','fieldPath':'b','value':'z'}] | 2 1",
                "[{'type':'Gt','fieldPath':'a','value':1}] | 0 6",
                "[{'type':'Lte','fieldPath':'a','value':1}] | 3 4 5 2 1 7",
                "[{'type':'Lt','fieldPath':'a','value':1}] | 3 4 5",
                "[{'type':'Eq','fieldPath':'a','value':{'$undefined':null}}] | 3",
                "[{'type':'Gt','fieldPath':'a','value':{'$undefined':null}}] | 4 5 2 1 7 0 6",
                "[{'type':'Eq','fieldPath':'a','value':null}] | 4",
                "[{'type':'Eq','fieldPath':'a','value':{'$integer':'AQAAAAAAAAA='}}] | 5",
                "[{'type':'Gt','fieldPath':'a','value':5},{'type':'Lt','fieldPath':'a','value':1}] | ~~",
            })
    void an_index_range_gives_its_documents_in_order_either_way(String range, String expected) throws Exception {
        List<String> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(" ")).stream().map(n -> n + ".0").toList();
        String source = "{'type':'IndexRange','indexName':'t.by_a_b','range':" + range + ",'order':'%s'}";
        assertEquals(wanted, query(source.formatted("asc"), "[]"));
        assertEquals(wanted.reversed(), query(source.formatted("desc"), "[]"));
    }

    @Test
    void a_nested_field_is_indexed() throws Exception {
        assertEquals(
                List.of("2.0"),
                query(
                        "{'type':'IndexRange','indexName':'t.by_x','range':"
                                + "[{'type':'Gte','fieldPath':'o.x','value':5}],'order':null}",
                        "[]"));
    }

    @Test
    void a_table_scan_goes_by_creation_time() throws Exception {
        assertEquals(List.of("0.0", "1.0", "2.0"), query(SCAN, "[{'limit':3}]"));
        assertEquals(
                List.of("7.0", "6.0"),
                query("{'type':'FullTableScan','tableName':'t','order':'desc'}", "[{'limit':2}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | Index t.nope not found.",
                "[{'type':'Eq','fieldPath':'c','value':1}] | The index range included a comparison with \"c\", but"
                        + " t.by_a_b with fields [\"a\", \"b\", \"_creationTime\"] doesn't index this field. For more"
                        + " information see https://docs.convex.dev/using/indexes.",
                "[{'type':'Eq','fieldPath':'b','value':1}] | Tried to query index t.by_a_b but the query didn't use the"
                        + " index fields in order.@Index fields: [\"a\", \"b\", \"_creationTime\"]@Query fields:"
                        + " [\"b\"]@First incorrect field: \"b\"@For more information see"
                        + " https://docs.convex.dev/using/indexes.",
                "[{'type':'Eq','fieldPath':'a','value':1},{'type':'Eq','fieldPath':'a','value':2}] | Already defined"
                        + " equality bound in index range. Can't add \"a\" == 1.0.",
                "[{'type':'Lt','fieldPath':'a','value':1},{'type':'Lte','fieldPath':'a','value':'z'}] | Already defined"
                        + " upper bound in index range. Can't add \"a\" <= \"z\".",
                "[{'type':'Gt','fieldPath':'a','value':1},{'type':'Gte','fieldPath':'a','value':2}] | Already defined"
                        + " lower bound in index range. Can't add \"a\" >= 2.0.",
                "[{'type':'Eq','fieldPath':'a','value':1},{'type':'Gte','fieldPath':'a','value':2}] | Already defined"
                        + " inequality bound in index range. Can't add \"a\" == 1.0.",
                "[{'type':'Gt','fieldPath':'a','value':1},{'type':'Lt','fieldPath':'b','value':2}] | Upper and lower"
                        + " bounds in `range` can only be applied to a single index field. This query against index"
                        + " t.by_a_b attempted to set a range bound on both \"a\" and \"b\". Consider using `filter`"
                        + " instead. See https://docs.convex.dev/using/indexes for more info.",
            })
    void a_range_that_does_not_fit_its_index_is_refused(String range, String message) {
        String index = message.contains("nope") ? "nope" : "by_a_b";
        SyscallException refused = assertThrows(
                SyscallException.class,
                () -> query(
                        "{'type':'IndexRange','indexName':'t." + index + "','range':" + range + ",'order':null}",
                        "[]"));
        assertEquals(message.replace('@', '\n'), refused.text());
    }

    @Test
    void a_missing_table_is_empty_and_has_no_indexes_of_its_own() throws Exception {
        assertEquals(List.of(), query("{'type':'FullTableScan','tableName':'none','order':null}", "[]"));
        assertEquals(List.of(), query("{'type':'IndexRange','indexName':'none.by_id','range':[],'order':null}", "[]"));
        assertThrows(
                SyscallException.class,
                () -> query("{'type':'IndexRange','indexName':'none.by_a','range':[],'order':null}", "[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'$eq':[{'$field':'a'},{'$literal':1}]} | 1 2 7",
                "{'$neq':[{'$field':'a'},{'$literal':1}]} | 0 3 4 5 6",
                "{'$lt':[{'$field':'a'},{'$literal':1}]} | 3 4 5",
                "{'$lte':[{'$field':'a'},{'$literal':1}]} | 1 2 3 4 5 7",
                "{'$gt':[{'$field':'a'},{'$literal':1}]} | 0 6",
                "{'$gte':[{'$field':'a'},{'$literal':2}]} | 0 6",
                "{'$eq':[{'$field':'a'},{'$literal':{'$undefined':null}}]} | 3",
                "{'$and':[{'$eq':[{'$field':'a'},{'$literal':1}]},{'$eq':[{'$field':'b'},{'$literal':'y'}]}]} | 1",
                "{'$or':[{'$eq':[{'$field':'n'},{'$literal':0}]},{'$eq':[{'$field':'n'},{'$literal':6}]}]} | 0 6",
                "{'$not':{'$lt':[{'$field':'n'},{'$literal':6}]}} | 6 7",
                "{'$eq':[{'$add':[{'$field':'n'},{'$literal':1}]},{'$literal':3}]} | 2",
                "{'$eq':[{'$sub':[{'$field':'n'},{'$literal':1}]},{'$literal':3}]} | 4",
                "{'$eq':[{'$mul':[{'$field':'n'},{'$literal':2}]},{'$literal':6}]} | 3",
                "{'$eq':[{'$div':[{'$field':'n'},{'$literal':2}]},{'$literal':3.5}]} | 7",
                "{'$eq':[{'$mod':[{'$field':'n'},{'$literal':4}]},{'$literal':3}]} | 3 7",
                "{'$eq':[{'$neg':{'$field':'n'}},{'$literal':-5}]} | 5",
                "{'$eq':[{'$field':'o.x'},{'$literal':5}]} | 2",
            })
    void a_filter_lets_the_documents_pass_that_it_holds_for(String filter, String expected) throws Exception {
        List<String> wanted =
                List.of(expected.split(" ")).stream().map(n -> n + ".0").toList();
        assertEquals(wanted, query(SCAN, "[{'filter':" + filter + "}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'$field':'n'} | Cannot use value 0.0 (type Float64) as a Boolean",
                "{'$field':'none'} | Cannot use value undefined (type undefined) as a Boolean",
                "{'$not':{'$literal':null}} | Cannot use value null (type Null) as a Boolean",
                "{'$and':[{'$literal':'x'}]} | Cannot use value \"x\" (type String) as a Boolean",
                "{'$add':[{'$field':'n'},{'$literal':'a'}]} | Cannot add 0.0 (type Float64) and \"a\" (type String)",
                "{'$neg':{'$field':'b'}} | Cannot negate \"x\" (type String)",
                "{'$div':[{'$literal':{'$integer':'AQAAAAAAAAA='}},{'$literal':{'$integer':'AAAAAAAAAAA='}}]} | Cannot"
                        + " divide 1 by zero",
                "{'$add':[{'$literal':{'$integer':'/////////38='}},{'$literal':{'$integer':'AQAAAAAAAAA='}}]} | Cannot"
                        + " add 9223372036854775807 and 1: the result is out of range for Int64",
                "{'$sub':[{'$literal':{'$integer':'AQAAAAAAAAA='}},{'$literal':1}]} | Cannot subtract 1 (type Int64)"
                        + " and 1.0 (type Float64)",
            })
    void a_filter_that_cannot_be_evaluated_says_why(String filter, String message) {
        SyscallException refused =
                assertThrows(SyscallException.class, () -> query(SCAN, "[{'filter':" + filter + "}]"));
        assertEquals(message, refused.text());
    }

    @Test
    void limits_and_filters_work_in_the_order_they_were_put() throws Exception {
        String even = "{'filter':{'$eq':[{'$mod':[{'$field':'n'},{'$literal':2}]},{'$literal':0}]}}";
        assertEquals(List.of("0.0", "2.0"), query(SCAN, "[" + even + ",{'limit':2}]"));
        assertEquals(List.of("0.0"), query(SCAN, "[{'limit':2}," + even + "]"));
        assertEquals(List.of(), query(SCAN, "[{'limit':0}]"));
    }

    @Test
    void a_staged_index_is_kept_but_not_open() {
        SyscallException refused = assertThrows(
                SyscallException.class,
                () -> query("{'type':'IndexRange','indexName':'t.later','range':[],'order':null}", "[]"));
        assertEquals(
                "Index t.later is currently staged and not available to query until it is enabled.", refused.text());
    }
}
