package dev.actionscope.inspector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.inspector.SampleTrace;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanQueryTest {
    private final TraceModel model = TraceModel.of(new SampleTrace()
            .add(
                    1,
                    null,
                    SpanKind.ACTION,
                    "messages:sendGif",
                    0,
                    100,
                    SpanStatus.OK,
                    1L,
                    at("convex/messages.ts"),
                    "{}")
            .add(
                    2,
                    1L,
                    SpanKind.FETCH,
                    "GET api.giphy.com/v1/gifs",
                    5,
                    60,
                    SpanStatus.ERROR,
                    1L,
                    at("convex/gif.ts"),
                    "{\"url\":\"https://api.giphy.com/v1/gifs?q=Cat\",\"status\":500}")
            .add(
                    3,
                    1L,
                    SpanKind.MUTATION,
                    "messages:send",
                    70,
                    20,
                    SpanStatus.OK,
                    1L,
                    at("convex/messages.ts"),
                    "{\"arguments\":{\"author\":\"me\"}}")
            .spans());

    private static SourcePosition at(String file) {
        return new SourcePosition(file, 3, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 2 3",
        "messages, 1 3",
        "GIF send, 1",
        "kind:fetch, 2",
        "kind:fetch status:ok, ''",
        "status:error giphy, 2",
        "url:q=cat, 2",
        "status:, 1 2 3",
        "file:gif, 2",
        ">60ms, 1 2",
        ">0.065s, 1",
        "arguments:author, 3",
        "messages:send, 1 3",
        "giphy.com/v1, 2",
    })
    void finds_what_a_person_typed(String text, String expected) {
        StringBuilder ids = new StringBuilder();
        SpanQuery.parse(text).find(model).stream()
                .forEach(row -> ids.append(ids.isEmpty() ? "" : " ").append(model.id(row)));
        assertEquals(expected, ids.toString());
    }

    @Test
    void a_blank_text_is_no_filter() {
        assertTrue(SpanQuery.parse("   ").isEmpty());
        assertTrue(SpanQuery.parse("kind:").isEmpty());
    }
}
