package dev.actionscope.inspector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "1, 1 ns",
        "950, 950 ns",
        "1000, 1.00 µs",
        "12345, 12.3 µs",
        "999499, 999 µs",
        "999500, 1.00 ms",
        "1840000, 1.84 ms",
        "9995000, 10.0 ms",
        "18400000, 18.4 ms",
        "184200000, 184 ms",
        "999500000, 1.00 s",
        "2500000000, 2.50 s",
        "59900000000, 59.9 s",
        "59960000000, 1 min 0 s",
        "72000000000, 1 min 12 s",
        "7380000000000, 2 h 3 min",
    })
    void durations_have_three_significant_digits(long nanos, String text) {
        assertEquals(text, Quantities.duration(nanos));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.00 KiB",
        "12700, 12.4 KiB",
        "67108864, 64.0 MiB",
        "1073741824, 1.00 GiB"
    })
    void sizes_are_binary(long bytes, String text) {
        assertEquals(text, Quantities.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 span", "1284, '1,284 spans'"})
    void counts_are_grouped_and_named(long count, String text) {
        assertEquals(text, Quantities.count(count, "span", "spans"));
    }
}
