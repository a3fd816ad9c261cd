package dev.actionscope.app.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ArgumentsViewModelTest {
    private static ArgumentsViewModel of(String fieldValidator, boolean isOptional) {
        return new ArgumentsViewModel(
                Validator.from(JsonText.parse("{\"type\":\"object\",\"value\":{\"x\":{\"fieldType\":" + fieldValidator
                        + ",\"optional\":" + isOptional + "}}}")));
    }

    private static JsonNode value(ArgumentsViewModel model) {
        return assertInstanceOf(Arguments.Value.class, model.argumentsProperty().get())
                .json();
    }

    private static FormNode x(ArgumentsViewModel model) {
        FormNode node = ((FieldsNode) model.form()).fields().get("x");
        assertTrue(node != null);
        return node;
    }

    /// Every kind of validator: JSON goes into the form, and what the form then holds is that JSON again.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"string"} | "a\\nb"
            {"type":"string"} | ""
            {"type":"number"} | 1.5
            {"type":"number"} | -3
            {"type":"number"} | {"$float":"AAAAAAAA+H8="}
            {"type":"number"} | {"$float":"AAAAAAAA8P8="}
            {"type":"number"} | {"$float":"AAAAAAAAAIA="}
            {"type":"bigint"} | {"$integer":"AAAAAAAAAIA="}
            {"type":"bigint"} | {"$integer":"KgAAAAAAAAA="}
            {"type":"boolean"} | true
            {"type":"boolean"} | false
            {"type":"null"} | null
            {"type":"bytes"} | {"$bytes":"aGVsbG8="}
            {"type":"any"} | {"a":[1,null,"x"]}
            {"type":"somethingNew"} | [1]
            {"type":"id","tableName":"orders"} | "j57abc"
            {"type":"literal","value":"card"} | "card"
            {"type":"literal","value":{"$integer":"KgAAAAAAAAA="}} | {"$integer":"KgAAAAAAAAA="}
            {"type":"union","value":[{"type":"literal","value":"a"},{"type":"literal","value":"b"}]} | "b"
            {"type":"union","value":[{"type":"string"},{"type":"null"}]} | null
            {"type":"union","value":[{"type":"string"},{"type":"number"},{"type":"any"}]} | 7
            {"type":"union","value":[{"type":"object","value":{"a":{"fieldType":{"type":"string"},"optional":false}}},{"type":"object","value":{"b":{"fieldType":{"type":"number"},"optional":false}}}]} | {"b":2}
            {"type":"array","value":{"type":"number"}} | [1,2,3]
            {"type":"array","value":{"type":"array","value":{"type":"string"}}} | [["a"],[]]
            {"type":"object","value":{"n":{"fieldType":{"type":"string"},"optional":false},"o":{"fieldType":{"type":"number"},"optional":true}}} | {"n":"a"}
            {"type":"object","value":{"n":{"fieldType":{"type":"string"},"optional":false},"o":{"fieldType":{"type":"number"},"optional":true}}} | {"n":"a","o":4}
            {"type":"record","keys":{"type":"string"},"values":{"fieldType":{"type":"number"},"optional":false}} | {"k":1,"l":2}
            {"type":"record","keys":{"type":"id","tableName":"users"},"values":{"fieldType":{"type":"boolean"},"optional":false}} | {"u1":true}
            """)
    void json_fills_the_form_and_the_form_gives_the_json_back(String validator, String json) {
        ArgumentsViewModel model = of(validator, false);
        String text = "{\"x\":" + json + "}";
        model.textProperty().set(text);
        assertEquals("", model.formNoticeProperty().get());
        assertEquals(JsonText.parse(text), value(model));
        assertEquals(JsonText.parse(text), model.form().read());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"number"} | 12a | “12a” is not a number.
            {"type":"number"} | `` | A number is needed.
            {"type":"bigint"} | 1.5 | “1.5” is not whole.
            {"type":"bigint"} | 9223372036854775808 | Convex bigints have 64 bits; this is larger.
            {"type":"bytes"} | *** | Bytes are entered in base64.
            {"type":"id","tableName":"orders"} | `` | An id of table orders is needed.
            """)
    void a_field_says_what_is_wrong_with_it(String validator, String typed, String message) {
        ArgumentsViewModel model = of(validator, false);
        TextNode field = (TextNode) x(model);
        field.textProperty().set("0");
        field.textProperty().set(typed);
        assertEquals(message, field.errorProperty().get());
        assertInstanceOf(Arguments.Invalid.class, model.argumentsProperty().get());
    }

    @Test
    void what_is_typed_into_the_form_is_seen_in_the_json() {
        ArgumentsViewModel model = of("{\"type\":\"bigint\"}", false);
        ((TextNode) x(model)).textProperty().set("42n");
        assertEquals(
                JsonText.parse("{\"x\":{\"$integer\":\"KgAAAAAAAAA=\"}}"),
                JsonText.parse(model.textProperty().get()));
    }

    @Test
    void an_optional_field_is_left_out_until_it_is_given() {
        ArgumentsViewModel model = of("{\"type\":\"number\"}", true);
        assertEquals(JsonText.parse("{}"), value(model));
        OptionalNode field = (OptionalNode) x(model);
        field.presentProperty().set(true);
        assertInstanceOf(Arguments.Invalid.class, model.argumentsProperty().get());
        ((TextNode) field.inner()).textProperty().set("7");
        assertEquals(JsonText.parse("{\"x\":7}"), value(model));
        model.textProperty().set("{}");
        assertFalse(field.presentProperty().get());
    }

    @Test
    void json_that_does_not_fit_is_run_as_it_is_and_said() {
        ArgumentsViewModel model = of("{\"type\":\"number\"}", false);
        model.textProperty().set("{\"x\": \"text\", \"y\": 1}");
        assertEquals(JsonText.parse("{\"x\":\"text\",\"y\":1}"), value(model));
        assertTrue(model.formNoticeProperty().get().startsWith("The form cannot show this JSON"));
        model.textProperty().set("{\"x\": 1}");
        assertEquals("", model.formNoticeProperty().get());
    }

    @Test
    void broken_json_says_where() {
        ArgumentsViewModel model = of("{\"type\":\"number\"}", false);
        model.textProperty().set("{\n  \"x\": 1,,\n}");
        assertTrue(
                model.textErrorProperty().get().startsWith("Not JSON, line 2, column "),
                model.textErrorProperty().get());
        model.textProperty().set("[1]");
        assertTrue(model.textErrorProperty().get().startsWith("Arguments are one JSON object"));
        model.textProperty().set("{\"x\":1} {");
        assertFalse(model.textErrorProperty().get().isEmpty());
    }

    @Test
    void a_record_takes_a_key_only_once() {
        ArgumentsViewModel model = of(
                "{\"type\":\"record\",\"keys\":{\"type\":\"string\"},\"values\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false}}",
                false);
        DictionaryNode record = (DictionaryNode) x(model);
        record.add();
        record.add();
        assertEquals("The key \"\" is given twice.", record.errorProperty().get());
        ((TextNode) record.entries().get(1).key()).textProperty().set("b");
        assertEquals(JsonText.parse("{\"x\":{\"\":\"\",\"b\":\"\"}}"), value(model));
    }

    @Test
    void elements_can_be_added_and_removed() {
        ArgumentsViewModel model = of("{\"type\":\"array\",\"value\":{\"type\":\"string\"}}", false);
        ListNode list = (ListNode) x(model);
        list.add();
        list.add();
        ((TextNode) list.elements().get(1)).textProperty().set("b");
        assertEquals(JsonText.parse("{\"x\":[\"\",\"b\"]}"), value(model));
        list.remove(list.elements().getFirst());
        assertEquals(JsonText.parse("{\"x\":[\"b\"]}"), value(model));
    }

    @Test
    void a_function_without_validators_takes_any_object() {
        ArgumentsViewModel model = new ArgumentsViewModel(Validator.from(JsonText.parse("{\"type\":\"any\"}")));
        assertEquals(JsonText.parse("{}"), value(model));
        ((TextNode) model.form()).textProperty().set("{\"a\":1}");
        assertEquals(JsonText.parse("{\"a\":1}"), value(model));
    }

    @Test
    void a_file_stands_in_for_both_and_can_be_left_again() {
        ArgumentsViewModel model = of("{\"type\":\"number\"}", false);
        model.textProperty().set("{\"x\":1}");
        model.useFile(Path.of("big.json"), 50_000_000);
        assertEquals(
                new Arguments.File(Path.of("big.json"), 50_000_000),
                model.argumentsProperty().get());
        model.leaveFile();
        assertEquals(JsonText.parse("{\"x\":1}"), value(model));
    }

    @Test
    void labels_read_as_typescript() {
        assertEquals(
                "(\"a\" | Id<\"users\"> | null)[]",
                Validator.from(
                                JsonText.parse(
                                        "{\"type\":\"array\",\"value\":{\"type\":\"union\",\"value\":["
                                                + "{\"type\":\"literal\",\"value\":\"a\"},{\"type\":\"id\",\"tableName\":\"users\"},{\"type\":\"null\"}]}}"))
                        .label());
    }
}
