package dev.actionscope.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
    private static final List<ConvexValue> ASCENDING = List.of(
            ConvexValue.Undefined.VALUE,
            ConvexValue.Null.VALUE,
            new Int64(Long.MIN_VALUE),
            new Int64(-1),
            new Int64(0),
            new Int64(2),
            new Int64(Long.MAX_VALUE),
            new Float64(Double.longBitsToDouble(0xFFF8000000000000L)),
            new Float64(Double.NEGATIVE_INFINITY),
            new Float64(-1),
            new Float64(-0.0),
            new Float64(0.0),
            new Float64(Double.MIN_VALUE),
            new Float64(1),
            new Float64(Double.POSITIVE_INFINITY),
            new Float64(Double.NaN),
            new Bool(false),
            new Bool(true),
            new Text(""),
            new Text("\0"),
            new Text("a"),
            new Text("a\0"),
            new Text("aa"),
            new Text("\uffff"),
            new Text("😀"),
            new Bytes(new byte[0]),
            new Bytes(new byte[] {1}),
            new Bytes(new byte[] {-1}),
            new Array(List.of()),
            new Array(List.of(ConvexValue.Null.VALUE)),
            new Array(List.of(ConvexValue.Null.VALUE, ConvexValue.Null.VALUE)),
            new Array(List.of(new Int64(1))),
            new Obj(Map.of()),
            new Obj(Map.of("", new Int64(1))),
            new Obj(Map.of("a", new Int64(1))),
            new Obj(Map.of("a", new Int64(1), "b", ConvexValue.Null.VALUE)),
            new Obj(Map.of("a", new Int64(2))),
            new Obj(Map.of("b", ConvexValue.Null.VALUE)));

    @Test
    void every_pair_is_ordered_as_convex_orders_it() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                int order = Integer.signum(ASCENDING.get(i).compareTo(ASCENDING.get(j)));
                assertEquals(Integer.compare(i, j), order, ASCENDING.get(i) + " and " + ASCENDING.get(j));
            }
        }
    }

    @Test
    void keys_sort_as_the_lists_of_values_they_stand_for() {
        Random random = new Random(20);
        RandomValues values = new RandomValues(random);
        for (int round = 0; round < 60_000; round++) {
            List<ConvexValue> left = list(values, random);
            List<ConvexValue> right = list(values, random);
            int byValue = new Array(left).compareTo(new Array(right));
            int byKey = Arrays.compareUnsigned(IndexKey.of(left), IndexKey.of(right));
            assertEquals(Integer.signum(byValue), Integer.signum(byKey), left + " and " + right);
        }
    }

    @Test
    void the_key_of_the_first_values_is_a_prefix_and_nothing_else_begins_with_it() {
        Random random = new Random(21);
        RandomValues values = new RandomValues(random);
        for (int round = 0; round < 20_000; round++) {
            ConvexValue first = values.nextMaybe();
            ConvexValue other = values.nextMaybe();
            byte[] prefix = IndexKey.of(List.of(first));
            byte[] longer = IndexKey.of(List.of(other, values.nextMaybe()));
            boolean begins = Arrays.equals(prefix, Arrays.copyOf(longer, Math.min(prefix.length, longer.length)));
            assertEquals(first.compareTo(other) == 0, begins, first + " and " + other);
        }
    }

    @Test
    void equality_is_the_order() {
        RandomValues values = new RandomValues(new Random(22));
        for (int round = 0; round < 20_000; round++) {
            ConvexValue left = values.next(1);
            ConvexValue right = values.next(1);
            assertEquals(left.compareTo(right) == 0, left.equals(right), left + " and " + right);
        }
        assertNotEquals(new Float64(0.0), new Float64(-0.0));
        assertEquals(new Float64(Double.NaN), new Float64(Double.NaN));
    }

    @Test
    void strings_sort_by_their_utf8_bytes() {
        Random random = new Random(23);
        for (int round = 0; round < 20_000; round++) {
            String left = randomText(random);
            String right = randomText(random);
            int byBytes = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertEquals(Integer.signum(byBytes), Integer.signum(Utf8.compare(left, right)));
            assertEquals(left.getBytes(StandardCharsets.UTF_8).length, Utf8.length(left));
        }
    }

    @Test
    void the_key_after_a_prefix_is_the_next_one() {
        byte[] after = IndexKey.afterPrefix(new byte[] {1, (byte) 0xFF});
        assertTrue(after != null && Arrays.equals(new byte[] {2}, after));
        assertNull(IndexKey.afterPrefix(new byte[] {(byte) 0xFF}));
        assertNull(IndexKey.afterPrefix(new byte[0]));
    }

    private static List<ConvexValue> list(RandomValues values, Random random) {
        List<ConvexValue> list = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add(values.nextMaybe());
        }
        return list;
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int[] bounds = {0x7F, 0x7FF, 0xD7FF, 0x10FFFF};
        for (int i = random.nextInt(3); i > 0; i--) {
            int codePoint = random.nextInt(bounds[random.nextInt(bounds.length)] + 1);
            text.appendCodePoint(codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint);
        }
        return text.toString();
    }
}
