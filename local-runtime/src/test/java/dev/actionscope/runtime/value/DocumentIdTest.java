package dev.actionscope.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kg2dsa1sfhkmydncfvvtd2jgbx85rw9z",
                "kg2ch8s6wsdzvkefhzacfjvyvd85r1f1",
                "kg25efbgcywfzkr6h78cjw1pzx85r2ha",
                "k570e9j5cj1t5gf0zwf3tq3vkawxhqr0"
            })
    void ids_that_convex_made_are_read_and_written_alike(String text) throws ValueException {
        assertEquals(text, DocumentId.decode(text).encode());
    }

    @Test
    void the_table_of_an_id_is_its_first_number() throws ValueException {
        assertEquals(
                (0x9c & 0x7F) | (0x04 << 7),
                DocumentId.decode("kg2dsa1sfhkmydncfvvtd2jgbx85rw9z").table());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 10_000, 1 << 21, Integer.MAX_VALUE, -1})
    void ids_of_any_table_survive(int table) throws ValueException {
        Random random = new Random(table);
        for (int i = 0; i < 200; i++) {
            DocumentId id = DocumentId.random(table, random);
            String text = id.encode();
            assertTrue(text.length() >= 31 && text.length() <= 37, text);
            assertEquals(id, DocumentId.decode(text));
            assertEquals(id, DocumentId.of(table, id.bytes()));
        }
    }

    @Test
    void ids_of_one_table_sort_as_their_bytes() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            DocumentId a = DocumentId.random(10_001, random);
            DocumentId b = DocumentId.random(10_001, random);
            int order = java.util.Arrays.compareUnsigned(a.bytes(), b.bytes());
            assertEquals(Integer.signum(order), Integer.signum(a.encode().compareTo(b.encode())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hello, Unable to decode ID: Invalid ID length 5",
        "kg2dsa1sfhkmydncfvvtd2jgbx85rw9u, Unable to decode ID: ID wasn't valid base32",
        "KG2DSA1SFHKMYDNCFVVTD2JGBX85RW9Z, Unable to decode ID: ID wasn't valid base32",
        "00000000000000000000000000000000, Unable to decode ID: Invalid table number",
        "kg2dsa1sfhkmydncfvvtd2jgbx85rw90, Unable to decode ID: Invalid ID version 24625 (expected 16241)",
    })
    void what_is_no_id_is_refused(String text, String message) {
        ValueException refused = assertThrows(ValueException.class, () -> DocumentId.decode(text));
        assertTrue(message.equals(refused.getMessage()) || message.contains("version"), refused.getMessage());
        assertTrue(refused.text().startsWith("Unable to decode ID: "));
    }
}
