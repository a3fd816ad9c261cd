package dev.actionscope.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class LargeValuesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aSmallValueStaysAsItIs() {
        JsonNode value = JSON.objectNode().put("text", "x".repeat(1000));
        assertSame(value, LargeValues.shorten(value, _ -> {
            throw new AssertionError("not large");
        }));
    }

    @Test
    void aLargeTextIsHeldAsideWithItsSizeAndBeginning() {
        List<JsonNode> aside = new ArrayList<>();
        JsonNode value = JSON.stringNode("y".repeat(20_000));
        JsonNode standIn = LargeValues.shorten(value, aside::add);
        assertEquals(List.of(value), aside);
        assertEquals(20_002, standIn.path("$large").asInt());
        assertTrue(standIn.path("preview").asString().startsWith("\"yyy"));
    }

    @Test
    void manySmallPartsMakeALargeValue() {
        ArrayNode value = JSON.arrayNode();
        for (int i = 0; i < 10_000; i++) {
            value.add(i);
        }
        assertTrue(LargeValues.shorten(value, _ -> {}).has("$large"));
    }
}
