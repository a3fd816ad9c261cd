package dev.actionscope.app.arguments;

import java.math.BigInteger;
import java.util.Base64;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A value entered as text: strings, numbers, ids, bytes, and JSON for `any`.
public final class TextNode extends FormNode {
    /// The most text that a field takes; more than that belongs into a file.
    public static final int MAX_CHARACTERS = 100_000;

    private final Validator validator;
    private final StringProperty text = new SimpleStringProperty("");

    TextNode(Validator validator) {
        this.validator = validator;
        text.addListener((o, before, now) -> changed());
    }

    /// What is typed.
    public StringProperty textProperty() {
        return text;
    }

    /// What it is typed for.
    public Validator validator() {
        return validator;
    }

    @Override
    public @Nullable JsonNode read() {
        String typed = text.get();
        return switch (validator) {
            case Validator.Text() -> right(JsonNodeFactory.instance.stringNode(typed));
            case Validator.Id(String table) ->
                typed.isBlank()
                        ? wrong("An id of table " + table + " is needed.")
                        : right(JsonNodeFactory.instance.stringNode(typed.strip()));
            case Validator.Numeric() -> number(typed.strip());
            case Validator.BigInt() -> bigInt(typed.strip());
            case Validator.Bytes() -> bytes(typed.strip());
            default -> json(typed.strip());
        };
    }

    @Override
    public boolean write(JsonNode value) {
        String shown = shown(value);
        if (shown == null || shown.length() > MAX_CHARACTERS) {
            return false;
        }
        text.set(shown);
        return true;
    }

    @Override
    public void clear() {
        text.set("");
    }

    private @Nullable String shown(JsonNode value) {
        return switch (validator) {
            case Validator.Text() -> value.isString() ? value.stringValue() : null;
            case Validator.Id ignored -> value.isString() ? value.stringValue() : null;
            case Validator.Numeric() -> {
                Double number = ConvexJson.readFloat64(value);
                yield number == null ? null : value.isNumber() ? value.toString() : number.toString();
            }
            case Validator.BigInt() -> {
                Long number = ConvexJson.readInt64(value);
                yield number == null ? null : number.toString();
            }
            case Validator.Bytes() -> ConvexJson.readBytes(value);
            default -> value.toString();
        };
    }

    private @Nullable JsonNode number(String typed) {
        return switch (typed) {
            case "" -> wrong("A number is needed.");
            case "NaN" -> right(ConvexJson.float64(Double.NaN));
            case "Infinity" -> right(ConvexJson.float64(Double.POSITIVE_INFINITY));
            case "-Infinity" -> right(ConvexJson.float64(Double.NEGATIVE_INFINITY));
            default -> {
                if (!typed.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
                    yield wrong("“" + shortened(typed) + "” is not a number.");
                }
                yield right(ConvexJson.float64(Double.parseDouble(typed)));
            }
        };
    }

    private @Nullable JsonNode bigInt(String typed) {
        String digits = typed.endsWith("n") ? typed.substring(0, typed.length() - 1) : typed;
        if (!digits.matches("[-+]?\\d{1,40}")) {
            return wrong(digits.isEmpty() ? "A whole number is needed." : "“" + shortened(typed) + "” is not whole.");
        }
        BigInteger value = new BigInteger(digits);
        return ConvexJson.fitsInt64(value)
                ? right(ConvexJson.int64(value.longValueExact()))
                : wrong("Convex bigints have 64 bits; this is larger.");
    }

    private @Nullable JsonNode bytes(String typed) {
        try {
            return right(ConvexJson.bytes(Base64.getDecoder().decode(typed)));
        } catch (IllegalArgumentException e) {
            return wrong("Bytes are entered in base64.");
        }
    }

    private @Nullable JsonNode json(String typed) {
        if (typed.isEmpty()) {
            return wrong("JSON is needed, such as {}, [], \"text\" or null.");
        }
        try {
            JsonNode value = JsonText.parse(typed);
            return right(value);
        } catch (JacksonException e) {
            return wrong(JsonText.explain(e));
        }
    }

    private static String shortened(String typed) {
        return typed.length() > 24 ? typed.substring(0, 24) + "…" : typed;
    }
}
