package dev.actionscope.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConvexJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | null | null",
                "true | true | true",
                "1 | 1.0 | 1.0",
                "-7.25 | -7.25 | -7.25",
                "'\"h\u00e9\"' | '\"h\u00e9\"' | '\"h\u00e9\"'",
                "{\"$integer\":\"/////////38=\"} | 9223372036854775807 | {\"$integer\":\"/////////38=\"}",
                "{\"$integer\":\"AAAAAAAAAAA=\"} | 0 | {\"$integer\":\"AAAAAAAAAAA=\"}",
                "{\"$float\":\"AAAAAAAAAIA=\"} | -0.0 | {\"$float\":\"AAAAAAAAAIA=\"}",
                "{\"$float\":\"AAAAAAAA8H8=\"} | inf | {\"$float\":\"AAAAAAAA8H8=\"}",
                "{\"$bytes\":\"AQID\"} | b\"AQID\" | {\"$bytes\":\"AQID\"}",
                "[1,[null]] | [1.0, [null]] | [1.0,[null]]",
                "{\"b\":1,\"a\":\"x\"} | {a: \"x\", b: 1.0} | {\"a\":\"x\",\"b\":1.0}",
                "{} | {} | {}",
            })
    void values_are_read_shown_and_written(String json, String shown, String written) throws ValueException {
        ConvexValue value = ConvexJson.decode(JSON.readTree(json));
        assertEquals(shown, value.toString());
        assertEquals(written, ConvexJson.encode(value).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"$set\":[]} | Field name $set starts with '$', which is reserved.",
                "{\"$commitTs\":null} | Field name $commitTs starts with '$', which is reserved.",
                "{\"$undefined\":null} | Field name $undefined starts with '$', which is reserved.",
                "{\"a\":1,\"$b\":2} | Field name $b starts with '$', which is reserved.",
                "{\"$integer\":\"AAAA\"} | Int64 must be exactly eight bytes",
                "{\"$float\":\"AAAAAAAA8D8=\"} | Float64 1.0 should be encoded as a number",
                "{\"h\u00e9\":1} | Field name h\u00e9 has invalid character '\u00e9': Field names can only contain"
                        + " non-control ASCII characters",
            })
    void what_is_no_value_is_refused_in_convexs_words(String json, String message) {
        ValueException refused = assertThrows(ValueException.class, () -> ConvexJson.decode(JSON.readTree(json)));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void the_commit_timestamp_stands_only_in_what_is_about_to_be_written() throws ValueException {
        ConvexValue value = ConvexJson.decodeUncommitted(JSON.readTree("{\"at\":{\"$commitTs\":null}}"));
        assertEquals("{\"at\":{\"$commitTs\":null}}", ConvexJson.encode(value).toString());
    }

    @Test
    void nesting_is_limited_to_64_levels() throws ValueException {
        ConvexValue deepest = ConvexJson.decode(JSON.readTree("[".repeat(64) + "]".repeat(64)));
        assertEquals(64, deepest.nesting());
        String deeper = "[".repeat(65) + "]".repeat(65);
        assertThrows(ValueException.class, () -> ConvexJson.decode(JSON.readTree(deeper)));
    }

    @Test
    void long_arrays_are_refused() {
        String json = "[" + "1,".repeat(8192) + "1]";
        ValueException refused = assertThrows(ValueException.class, () -> ConvexJson.decode(JSON.readTree(json)));
        assertEquals("Array length is too long (8193 > maximum length 8192)", refused.getMessage());
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThrows(ValueException.class, () -> ConvexJson.decode(JSON.readTree("\"\\ud800\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e16", "1.5e-7", "12345678.9", "0.00001", "1e300", "1e-300", "123456789012345.0"})
    void floats_are_shown_with_the_shortest_digits_that_read_back(String number) {
        String shown = new ConvexValue.Float64(Double.parseDouble(number)).toString();
        assertEquals(number, shown);
        assertEquals(Double.parseDouble(number), Double.parseDouble(shown));
    }

    @Test
    void sizes_are_counted_as_convex_counts_them() throws ValueException {
        assertEquals(1, ConvexJson.decode(JSON.readTree("null")).size());
        assertEquals(9, ConvexJson.decode(JSON.readTree("1")).size());
        assertEquals(5, ConvexJson.decode(JSON.readTree("\"abc\"")).size());
        assertEquals(4, ConvexJson.decode(JSON.readTree("\"\u00e9\"")).size());
        assertEquals(6, ConvexJson.decode(JSON.readTree("\"\\ud83d\\ude00\"")).size());
        assertEquals(
                2 + (1 + 1 + 9) + (2 + 1 + 4),
                ConvexJson.decode(JSON.readTree("{\"a\":1,\"bc\":[true,null]}")).size());
    }
}
