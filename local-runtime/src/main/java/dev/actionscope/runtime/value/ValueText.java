package dev.actionscope.runtime.value;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.CommitTimestamp;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Null;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.ConvexValue.Undefined;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How Convex's error messages write values: `{a: 1.0, b: [null, "x"]}`.
public final class ValueText {
    private ValueText() {}

    /// The text of a value.
    public static String of(ConvexValue value) {
        return switch (value) {
            case Undefined u -> "undefined";
            case Null n -> "null";
            case Int64(long integer) -> Long.toString(integer);
            case CommitTimestamp c -> Long.toString(Long.MAX_VALUE);
            case Float64(double number) -> number(number);
            case Bool(boolean bool) -> Boolean.toString(bool);
            case Text(String text) -> "\"" + escaped(text, '"') + "\"";
            case Bytes(byte[] bytes) -> "b\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
            case Array(List<ConvexValue> items) ->
                items.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
            case Obj(Map<String, ConvexValue> fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// A float: `1.0`, `0.1`, `1e16`, `1.5e-7`, `NaN`, `inf`, `-0.0`.
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double magnitude = Math.abs(number);
        if (magnitude == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (magnitude >= 1e16 || magnitude < 1e-5) {
            int exponent = exact.precision() - exact.scale() - 1;
            return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        String plain = exact.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /// A string's content with a quote, backslashes and control characters escaped.
    static String escaped(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 0 -> out.append("\\0");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(quote);
                    } else if (Character.isISOControl(c)) {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
