package dev.actionscope.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ValidatorTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TableNames TABLES = number -> switch (number) {
        case 7 -> "users";
        case 8 -> "posts";
        case 9 -> "_storage";
        default -> null;
    };

    private static Validator validator(String json) throws SchemaException {
        return Validator.parse(JSON.readTree(json));
    }

    private static Optional<String> check(String validator, String value) throws SchemaException, ValueException {
        return validator(validator).check(ConvexJson.decode(JSON.readTree(value)), TABLES);
    }

    private static final String X_STRING =
            "{\"type\":\"object\",\"value\":{\"x\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false}}}";
    private static final String OPTIONAL_A =
            "{\"type\":\"object\",\"value\":{\"a\":{\"fieldType\":{\"type\":\"array\",\"value\":{\"type\":\"string\"}},"
                    + "\"optional\":true}}}";
    private static final String UNION = "{\"type\":\"union\",\"value\":[{\"type\":\"null\"},{\"type\":\"bigint\"}]}";
    private static final String RECORD = "{\"type\":\"record\",\"keys\":{\"type\":\"string\"},"
            + "\"values\":{\"fieldType\":{\"type\":\"number\"},\"optional\":false}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"any\"} | [1]",
                "{\"type\":\"null\"} | null",
                "{\"type\":\"number\"} | 1",
                "{\"type\":\"bigint\"} | {\"$integer\":\"AAAAAAAAAAA=\"}",
                "{\"type\":\"commitTs\"} | {\"$integer\":\"AAAAAAAAAAA=\"}",
                "{\"type\":\"boolean\"} | false",
                "{\"type\":\"string\"} | ''",
                "{\"type\":\"bytes\"} | {\"$bytes\":\"\"}",
                "{\"type\":\"literal\",\"value\":1} | 1",
                "{\"type\":\"array\",\"value\":{\"type\":\"number\"}} | [1,2]",
                X_STRING + " | {\"x\":\"y\"}",
                OPTIONAL_A + " | {}",
                UNION + " | null",
                RECORD + " | {\"k\":1}",
            })
    void a_value_of_the_type_passes(String validator, String value) throws Exception {
        assertEquals(Optional.empty(), check(validator, value.isEmpty() ? "\"\"" : value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                X_STRING
                        + " | {} | Object is missing the required field `x`. Consider wrapping the field validator in"
                        + " `v.optional(...)` if this is expected.\\n\\nObject: {}\\nValidator: v.object({x:"
                        + " v.string()})",
                X_STRING
                        + " | {\"x\":\"1\",\"y\":2} | Object contains extra field `y` that is not in the"
                        + " validator.\\n\\nObject: {x: \"1\", y: 2.0}\\nValidator: v.object({x: v.string()})",
                X_STRING
                        + " | {\"x\":1} | Value does not match validator.\\nPath: .x\\nValue: 1.0\\nValidator:"
                        + " v.string()",
                "{\"type\":\"string\"} | 1 | Value does not match validator.\\n\\nValue: 1.0\\nValidator: v.string()",
                OPTIONAL_A
                        + " | {\"a\":[\"x\",null]} | Value does not match validator.\\nPath: .a[1]\\nValue:"
                        + " null\\nValidator: v.string()",
                UNION
                        + " | 1 | Value does not match validator.\\n\\nValue: 1.0\\nValidator: v.union(v.null(),"
                        + " v.int64())",
                RECORD
                        + " | {\"k\":\"v\"} | Value does not match validator.\\nPath: .values()\\nValue:"
                        + " \"v\"\\nValidator: v.float64()",
                "{\"type\":\"literal\",\"value\":\"a\"} | \"b\" | `\"b\"` does not match literal validator"
                        + " `v.literal(\"a\")`.",
                "{\"type\":\"id\",\"tableName\":\"users\"} | \"x\" | Value does not match validator.\\n\\nValue:"
                        + " \"x\"\\nValidator: v.id(\"users\")",
                "{\"type\":\"array\",\"value\":{\"type\":\"literal\",\"value\":true}} | [false] | `false` does not"
                        + " match literal validator `v.literal(true)`.Path: [0]",
            })
    void a_value_of_another_type_is_described_in_convexs_words(String validator, String value, String message)
            throws Exception {
        assertEquals(Optional.of(message.replace("\\n", "\n")), check(validator, value));
    }

    @Test
    void ids_are_held_to_their_table() throws Exception {
        String validator = "{\"type\":\"id\",\"tableName\":\"users\"}";
        String users = new DocumentId(7, 1, 2).encode();
        String posts = new DocumentId(8, 1, 2).encode();
        String file = new DocumentId(9, 1, 2).encode();
        String unknown = new DocumentId(99, 1, 2).encode();
        assertEquals(Optional.empty(), check(validator, "\"" + users + "\""));
        assertEquals(
                Optional.of("Found ID \"" + posts + "\" from table `posts`, which does not match the table name in"
                        + " validator `v.id(\"users\")`."),
                check(validator, "\"" + posts + "\""));
        assertEquals(
                Optional.of("Found ID \"" + file + "\" from a system table, which does not match the table name in"
                        + " validator `v.id(\"users\")`."),
                check(validator, "\"" + file + "\""));
        assertEquals(
                Optional.of(
                        "Value does not match validator.\n\nValue: \"" + unknown + "\"\nValidator: v.id(\"users\")"),
                check(validator, "\"" + unknown + "\""));
    }

    @Test
    void arguments_and_results_say_which_they_are() throws Exception {
        Validator number = validator("{\"type\":\"number\"}");
        assertEquals(
                Optional.of("ArgumentValidationError: Value does not match validator.\n\nValue: null\nValidator:"
                        + " v.float64()"),
                number.checkArguments(ConvexJson.decode(JSON.readTree("null")), TABLES));
        assertEquals(
                Optional.of("ReturnsValidationError: Value does not match validator.\n\nValue: null\nValidator:"
                        + " v.float64()"),
                number.checkReturned(ConvexJson.decode(JSON.readTree("null")), TABLES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"record\",\"keys\":{\"type\":\"number\"},\"values\":{\"fieldType\":{\"type\":\"any\"}}} |"
                        + " Records can only have string keys. Your validator contains a record with key typed as"
                        + " `v.float64()`, which is not a subtype of `v.string()`",
                "{\"type\":\"record\",\"keys\":{\"type\":\"literal\",\"value\":\"a\"},"
                        + "\"values\":{\"fieldType\":{\"type\":\"any\"}}} | Records cannot have string literal keys",
                "{\"type\":\"map\"} | Unknown validator: {\"type\":\"map\"}",
            })
    void what_is_no_validator_is_refused(String json, String message) {
        SchemaException refused = assertThrows(SchemaException.class, () -> validator(json));
        assertEquals(message, refused.getMessage());
    }
}
