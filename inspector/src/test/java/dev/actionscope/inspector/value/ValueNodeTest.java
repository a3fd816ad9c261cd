package dev.actionscope.inspector.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class ValueNodeTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|null|NULL",
                "true|true|BOOLEAN",
                "3|3|NUMBER",
                "49.9|49.9|NUMBER",
                "{\"$integer\":\"ewAAAAAAAAA=\"}|123n|BIGINT",
                "{\"$integer\":\"//////////8=\"}|-1n|BIGINT",
                "{\"$float\":\"AAAAAAAA+H8=\"}|NaN|NUMBER",
                "{\"$float\":\"AAAAAAAA8H8=\"}|Infinity|NUMBER",
                "{\"$float\":\"AAAAAAAAAIA=\"}|-0|NUMBER",
                "{\"$bytes\":\"aGVsbG8=\"}|bytes(5 B)|BYTES",
                "{\"$integer\":7}|{$integer: 7}|OBJECT",
                "\"a\\\"b\\n\"|\"a\\\"b\\n\"|STRING",
                "[]|[]|ARRAY",
                "[1,{\"a\":1},[2]]|(3) [1, {…}, […]]|ARRAY",
                "{\"sku\":\"KB-77\",\"price\":49.9}|{sku: \"KB-77\", price: 49.9}|OBJECT",
                "{\"$large\":5000000,\"preview\":\"[1,2\"}|[1,2|LARGE",
            })
    void values_are_shown_as_javascript_writes_them(String json, String text, ValueKind kind) {
        ValueNode node = ValueNode.of("", JSON.readTree(json));
        assertEquals(text, node.text());
        assertEquals(kind, node.kind());
    }

    @Test
    void fields_open_in_their_order() {
        ValueNode node = ValueNode.of("order", JSON.readTree("{\"b\":1,\"a\":{\"c\":[]}}"));
        assertEquals(
                List.of("b", "a"),
                node.children().stream().map(ValueNode::label).toList());
        assertTrue(node.children().getFirst().isLeaf());
        assertTrue(node.children().get(1).children().getFirst().isLeaf());
    }

    @Test
    void long_arrays_open_into_ranges() {
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; i < 25_001; i++) {
            array.add(i);
        }
        ValueNode node = ValueNode.of("", array);
        assertEquals(3, node.children().size());
        ValueNode last = node.children().getLast();
        assertEquals("[20000 … 25000]", last.label());
        assertEquals("5001 items", last.text());
        ValueNode lastRange = last.children().getLast();
        assertEquals("[25000 … 25000]", lastRange.label());
        assertEquals("25000", lastRange.children().getFirst().text());
    }

    @Test
    void a_value_is_printed_whole_with_two_spaces_a_level() {
        assertEquals(
                """
                {
                  id: 7n,
                  tags: [
                    "a",
                    {}
                  ]
                }""", ValueText.pretty(JSON.readTree("{\"id\":{\"$integer\":\"BwAAAAAAAAA=\"},\"tags\":[\"a\",{}]}")));
    }
}
