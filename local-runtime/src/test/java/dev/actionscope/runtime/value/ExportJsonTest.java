package dev.actionscope.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExportJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | null | null",
                "1 | 1.0 | 1.0",
                "{\"$integer\":\"AQAAAAAAAAA=\"} | \"1\" | 1",
                "{\"$float\":\"AAAAAAAA+H8=\"} | \"NaN\" | {\"$float\":\"AAAAAAAA+H8=\"}",
                "{\"$float\":\"AAAAAAAA8P8=\"} | \"-Infinity\" | {\"$float\":\"AAAAAAAA8P8=\"}",
                "{\"$float\":\"AAAAAAAAAIA=\"} | -0.0 | -0.0",
                "{\"$bytes\":\"AQID\"} | \"AQID\" | {\"$bytes\":\"AQID\"}",
                "{\"a\":[{\"$integer\":\"AQAAAAAAAAA=\"}]} | {\"a\":[\"1\"]} | {\"a\":[1]}",
            })
    void a_value_has_a_plain_and_a_lossless_form(String value, String clean, String lossless) throws ValueException {
        ConvexValue decoded = ConvexJson.decode(JSON.readTree(value));
        assertEquals(clean, ExportJson.clean(decoded).toString());
        assertEquals(lossless, ExportJson.lossless(decoded).toString());
    }

    @Test
    void both_lossless_forms_survive_their_text() throws ValueException {
        RandomValues values = new RandomValues(new Random(30));
        for (int i = 0; i < 20_000; i++) {
            ConvexValue value = values.next(3);
            assertEquals(
                    value,
                    ConvexJson.decode(JSON.readTree(ConvexJson.encode(value).toString())));
            assertEquals(
                    value,
                    ExportJson.read(JSON.readTree(ExportJson.lossless(value).toString())));
        }
    }
}
