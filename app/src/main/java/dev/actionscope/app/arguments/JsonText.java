package dev.actionscope.app.arguments;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Arguments as JSON text, in and out.
public final class JsonText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)));

    private JsonText() {}

    /// Reads exactly one JSON value.
    ///
    /// @throws JacksonException when it is none
    public static JsonNode parse(String text) {
        JsonNode value = JSON.readTree(text);
        if (value.isMissingNode()) {
            throw new EmptyJson();
        }
        return value;
    }

    /// The value over several lines, as a person would write it.
    public static String pretty(JsonNode value) {
        return PRETTY.writeValueAsString(value);
    }

    /// One line for the user: what is wrong with the text, and where.
    public static String explain(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String message = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        int bracket = message.indexOf(": ");
        String what = message.length() > 90 && bracket > 0 ? message.substring(0, bracket) : message;
        return at == null || at.getLineNr() < 1
                ? "Not JSON: " + what
                : "Not JSON, line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what;
    }

    private static final class EmptyJson extends JacksonException {
        EmptyJson() {
            super("there is nothing");
        }
    }
}
