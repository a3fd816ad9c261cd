package dev.actionscope.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DatabaseSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static DatabaseSchema table(String content) throws SchemaException {
        return DatabaseSchema.parse(JSON.readTree("{\"tables\":[{" + content.replace('\'', '"') + "}]}"));
    }

    @Test
    void a_table_with_every_kind_of_index_is_read() throws SchemaException {
        DatabaseSchema schema = table("'tableName':'messages',"
                + "'indexes':[{'indexDescriptor':'by_author','fields':['author.name','n']}],"
                + "'stagedDbIndexes':[{'indexDescriptor':'later','fields':['x']}],"
                + "'searchIndexes':[{'indexDescriptor':'text','searchField':'body','filterFields':['author']}],"
                + "'vectorIndexes':[{'indexDescriptor':'vec','vectorField':'v','dimensions':3,'filterFields':[]}],"
                + "'documentType':{'type':'object','value':{'_id':{'fieldType':{'type':'any'},'optional':false},"
                + "'n':{'fieldType':{'type':'number'},'optional':false}}}");
        DatabaseSchema.TableSchema messages = schema.tables().get("messages");
        assertNotNull(messages);
        assertEquals(
                List.of(
                        new DatabaseSchema.Index("by_author", List.of("author.name", "n"), false),
                        new DatabaseSchema.Index("later", List.of("x"), true)),
                messages.indexes());
        assertEquals(3, messages.vectorIndexes().getFirst().dimensions());
        assertEquals("body", messages.searchIndexes().getFirst().searchField());
        assertEquals("v.object({n: v.float64()})", String.valueOf(messages.documentType()));
        assertNotNull(schema.enforced("messages"));
        assertNull(schema.enforced("others"));
    }

    @Test
    void without_schema_validation_nothing_is_enforced() throws SchemaException {
        DatabaseSchema schema = DatabaseSchema.parse(JSON.readTree("{\"schemaValidation\":false,\"tables\":[{"
                + "\"tableName\":\"t\",\"indexes\":[],\"documentType\":{\"type\":\"object\",\"value\":{}}}]}"));
        assertNull(schema.enforced("t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'tableName':'_t' | _t is a reserved table name.",
                "'tableName':'t','indexes':[{'indexDescriptor':'i','fields':[]}] | In table \"t\" index \"i\" must"
                        + " have at least one field.",
                "'tableName':'t','indexes':[{'indexDescriptor':'i','fields':['a','a']}] | Duplicate field \"a\"."
                        + " Index fields must be unique within an index.",
                "'tableName':'t','indexes':[{'indexDescriptor':'i','fields':['_id']}] | `_id` is not a valid index"
                        + " field. To load documents by ID, use `db.get(id)`.",
                "'tableName':'t','indexes':[{'indexDescriptor':'by_id','fields':['a']}] | In table \"t\" cannot name"
                        + " an index \"by_id\" because the name is reserved. Indexes may not start with an underscore"
                        + " or be named \"by_id\" or \"by_creation_time\".",
                "'tableName':'t','indexes':[{'indexDescriptor':'i','fields':['a']},"
                        + "{'indexDescriptor':'i','fields':['b']}] | Table \"t\" has two or more definitions of index"
                        + " \"i\".",
                "'tableName':'t','indexes':[{'indexDescriptor':'i','fields':['a']},"
                        + "{'indexDescriptor':'j','fields':['a']}] | In table \"t\" index \"i\" and index \"j\" have"
                        + " the same fields. Indexes must be unique within a table.",
                "'tableName':'t','documentType':{'type':'string'} | The document validator in a schema must be an"
                        + " object, a union of objects, or `v.any()`. Found v.string(). To learn more, see the schema"
                        + " documentation at https://docs.convex.dev/database/schemas.",
            })
    void what_is_no_schema_is_refused_in_convexs_words(String content, String message) {
        SchemaException refused = assertThrows(SchemaException.class, () -> table(content));
        assertEquals(message, refused.getMessage());
    }
}
