package dev.actionscope.inspector.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ErrorTextTest {
    @Test
    void reads_like_a_stack_trace_of_a_javascript_console() {
        RunError error = new RunError(
                "Uncaught ConvexError: out of stock",
                JsonMapper.shared().readTree("{\"sku\":\"KB-77\"}"),
                List.of(
                        new Frame("reserve", new SourcePosition("convex/stock.ts", 13, 9)),
                        new Frame("", new SourcePosition("convex/orders.ts", 40, 3)),
                        new Frame("native code", null)));
        assertEquals("""
                Uncaught ConvexError: out of stock
                data: {
                  sku: "KB-77"
                }
                    at reserve (convex/stock.ts:13:9)
                    at <anonymous> (convex/orders.ts:40:3)
                    at native code""", ErrorText.of(error));
    }
}
