package dev.actionscope.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Values for property tests: small alphabets, so that equal parts and shared prefixes are common.
public final class RandomValues {
    private static final long[] INTEGERS = {
        0, 1, -1, 127, 128, -128, 255, 256, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] FLOATS = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0xFFF8000000000000L)
    };
    private static final String[] CHARACTERS = {"\0", "\u0001", "a", "b", "\u007f", "\u0080", "\u00ff", "\uffff", "😀"};

    private final RandomGenerator random;

    public RandomValues(RandomGenerator random) {
        this.random = random;
    }

    /// Any value; `undefined` only at the top.
    public ConvexValue nextMaybe() {
        return random.nextInt(12) == 0 ? ConvexValue.Undefined.VALUE : next(3);
    }

    public ConvexValue next(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> ConvexValue.Null.VALUE;
            case 1 ->
                new ConvexValue.Int64(
                        random.nextBoolean() ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextLong());
            case 2 ->
                new ConvexValue.Float64(
                        random.nextBoolean()
                                ? FLOATS[random.nextInt(FLOATS.length)]
                                : Double.longBitsToDouble(random.nextLong()));
            case 3 -> new ConvexValue.Bool(random.nextBoolean());
            case 4 -> new ConvexValue.Text(text());
            case 5 -> new ConvexValue.Bytes(bytes());
            case 6 -> new ConvexValue.Array(list(depth - 1));
            default -> new ConvexValue.Obj(object(depth - 1));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(4)];
        byte[] choice = {0, 1, -1, 127, -128};
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = choice[random.nextInt(choice.length)];
        }
        return bytes;
    }

    private List<ConvexValue> list(int depth) {
        List<ConvexValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(next(depth));
        }
        return items;
    }

    private Map<String, ConvexValue> object(int depth) {
        String[] names = {"", "a", "aa", "b", "z_"};
        Map<String, ConvexValue> fields = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.put(names[random.nextInt(names.length)], next(depth));
        }
        return fields;
    }
}
