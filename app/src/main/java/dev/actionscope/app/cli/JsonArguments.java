package dev.actionscope.app.cli;

import dev.actionscope.runtime.run.UserException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON objects given on the command line.
final class JsonArguments {
    /// Values may be as long as the command line lets them in; how long Convex lets them be is said later, in its
    /// words.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private JsonArguments() {}

    /// @param what the option's name, for the message
    static JsonNode parse(String text, String what) throws UserException {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UserException(
                    what + " is not JSON: " + e.getOriginalMessage() + " (line " + at.getLineNr() + ", column "
                            + at.getColumnNr() + "). Give an object such as '{\"name\":\"value\"}'.",
                    e);
        }
        if (!json.isObject()) {
            throw new UserException(what + " must be a JSON object such as '{\"name\":\"value\"}'.");
        }
        return json;
    }
}
