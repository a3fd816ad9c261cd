package dev.actionscope.inspector;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.LogLevel;
import dev.actionscope.runtime.trace.LogLine;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunResult;
import dev.actionscope.runtime.trace.RunStatus;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import dev.actionscope.runtime.trace.Span;
import dev.actionscope.runtime.trace.SpanKind;
import dev.actionscope.runtime.trace.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Runs as a developer would see them, for view tests.
public final class SampleRuns {
    private SampleRuns() {}

    private static SourcePosition at(String file, int line) {
        return new SourcePosition("convex/" + file, line, 5);
    }

    /// An action that fetches a GIF and stores a message.
    public static RunResult sendGif() {
        SampleTrace trace = new SampleTrace()
                .add(
                        1,
                        null,
                        SpanKind.ACTION,
                        "messages:sendGif",
                        0,
                        84.6,
                        SpanStatus.OK,
                        41_300L,
                        at("messages.ts", 12),
                        """
                        {"arguments":{"queryString":"cat","author":"me"},"result":null}""")
                .add(
                        2,
                        1L,
                        SpanKind.FETCH,
                        "GET api.giphy.com/v1/gifs/translate",
                        3.1,
                        62.4,
                        SpanStatus.OK,
                        18_200L,
                        at("messages.ts", 15),
                        """
                        {"method":"GET","url":"https://api.giphy.com/v1/gifs/translate?api_key=KEY&s=cat","status":200,
                         "request":{"headers":{"accept":"*/*","user-agent":"Convex/1.0"}},
                         "response":{"headers":{"content-type":"application/json","x-ratelimit":"41"},
                          "body":"{\\"data\\":{\\"embed_url\\":\\"https://giphy.com/embed/3oriO0\\",\\"rating\\":\\"g\\",\\"size\\":48213}}"}}""")
                .add(
                        3,
                        1L,
                        SpanKind.MUTATION,
                        "messages:sendGifMessage",
                        68.2,
                        14.1,
                        SpanStatus.OK,
                        22_900L,
                        at("messages.ts", 21),
                        """
                        {"arguments":{"body":"https://giphy.com/embed/3oriO0","author":"me"},"result":null}""")
                .add(
                        4,
                        3L,
                        SpanKind.DB,
                        "insert messages",
                        71.5,
                        6.2,
                        SpanStatus.OK,
                        4_100L,
                        at("messages.ts", 34),
                        """
                        {"table":"messages","rows":1}""");
        return new RunResult(
                "messages:sendGif",
                SpanKind.ACTION,
                "convex",
                "interpreter",
                RunStatus.SUCCESS,
                JsonMapper.shared().readTree("null"),
                null,
                84_600_000L,
                1_843_200L,
                List.of(new LogLine(LogLevel.LOG, "asking giphy for 'cat'", at("messages.ts", 14), 1, 2_900_000L)),
                trace.spans(),
                List.of(),
                "recordings/1.as");
    }

    /// An order flow with parallel calls, an error, and a promise that was left dangling.
    public static RunResult orders() {
        return new RunResult(
                "orders:place",
                SpanKind.ACTION,
                "convex",
                "interpreter",
                RunStatus.ERROR,
                null,
                error(),
                184_200_000L,
                6_291_456L,
                logs(),
                orderSpans(),
                findings(),
                "recordings/2.as");
    }

    /// The same flow when all went well, with a value that has all kinds of Convex values.
    public static RunResult placed() {
        return new RunResult(
                "orders:place",
                SpanKind.ACTION,
                "convex",
                "interpreter",
                RunStatus.SUCCESS,
                JsonMapper.shared().readTree("""
                        {"orderId":"k57a9w3m2x","total":{"$integer":"ewAAAAAAAAA="},"paid":true,"note":null,
                         "ratio":{"$float":"AAAAAAAA+H8="},"receipt":{"$bytes":"aGVsbG8gd29ybGQ="},
                         "items":[{"sku":"MS-12","price":49.9,"quantity":5},{"sku":"KB-77","price":129,"quantity":1},
                                  {"sku":"MN-27","price":349.5,"quantity":1}],
                         "address":{"street":"Hauptstraße 1","city":"Köln","zip":"50667"}}"""),
                null,
                184_200_000L,
                6_291_456L,
                logs(),
                orderSpans(),
                List.of(),
                null);
    }

    public static RunError error() {
        return new RunError(
                "Uncaught ConvexError: card declined for order k57a9w3m2x",
                JsonMapper.shared()
                        .readTree(
                                "{\"code\":\"card_declined\",\"retry\":false,\"attempts\":{\"$integer\":\"AwAAAAAAAAA=\"}}"),
                List.of(
                        new Frame("charge", at("payments.ts", 48)),
                        new Frame(
                                "withRetry", new SourcePosition("node_modules/convex-retrier/dist/index.js", 112, 14)),
                        new Frame("place", at("orders.ts", 61)),
                        new Frame("", at("orders.ts", 40))));
    }

    private static List<Span> orderSpans() {
        SampleTrace trace = new SampleTrace();
        trace.add(
                1,
                null,
                SpanKind.ACTION,
                "orders:place",
                0,
                184.2,
                SpanStatus.ERROR,
                812_000L,
                at("orders.ts", 12),
                "{\"arguments\":{\"ids\":[\"MS-12\",\"KB-77\",\"MN-27\"],\"user\":\"u_81\"},\"error\":\"Uncaught ConvexError: card declined\"}");
        trace.add(
                2,
                1L,
                SpanKind.QUERY,
                "cart:items",
                2,
                38.4,
                SpanStatus.OK,
                96_000L,
                at("orders.ts", 16),
                "{\"arguments\":{\"user\":\"u_81\"},\"result\":{\"$large\":5242880,\"preview\":\"[{\\\"sku\\\":\\\"MS-12\\\",\\\"price\\\":49.9…\"}}");
        trace.add(
                3,
                2L,
                SpanKind.DB,
                "query items.by_user",
                4,
                22.5,
                SpanStatus.OK,
                51_000L,
                at("cart.ts", 9),
                "{\"table\":\"items\",\"index\":\"by_user\",\"rows\":3}");
        trace.add(
                4,
                2L,
                SpanKind.DB,
                "get users",
                27.5,
                6.1,
                SpanStatus.OK,
                8_300L,
                at("cart.ts", 14),
                "{\"table\":\"users\"}");
        trace.add(
                5,
                1L,
                SpanKind.FETCH,
                "POST api.stripe.com/v1/prices",
                42,
                46,
                SpanStatus.OK,
                31_000L,
                at("payments.ts", 20),
                "{\"method\":\"POST\",\"status\":200}");
        trace.add(
                6,
                1L,
                SpanKind.FETCH,
                "GET rates.example.com/eur",
                42.4,
                71.2,
                SpanStatus.OK,
                12_000L,
                at("payments.ts", 21),
                "{\"method\":\"GET\",\"status\":200}");
        trace.add(
                7,
                1L,
                SpanKind.QUERY,
                "stock:reserveAll",
                42.9,
                39.3,
                SpanStatus.OK,
                44_000L,
                at("orders.ts", 30),
                "{}");
        trace.add(8, 7L, SpanKind.DB, "get stock MS-12", 45, 9, SpanStatus.OK, 6_000L, at("stock.ts", 8), "{}");
        trace.add(9, 7L, SpanKind.DB, "get stock KB-77", 55, 9.5, SpanStatus.OK, 6_000L, at("stock.ts", 8), "{}");
        trace.add(10, 7L, SpanKind.DB, "get stock MN-27", 66, 11, SpanStatus.OK, 6_000L, at("stock.ts", 8), "{}");
        trace.add(
                11,
                1L,
                SpanKind.ACTION,
                "payments:charge",
                114.5,
                51.8,
                SpanStatus.ERROR,
                128_000L,
                at("orders.ts", 40),
                "{\"error\":\"card declined\"}");
        trace.add(
                12,
                11L,
                SpanKind.FETCH,
                "POST api.stripe.com/v1/charges",
                118,
                41.6,
                SpanStatus.ERROR,
                26_000L,
                at("payments.ts", 48),
                "{\"method\":\"POST\",\"status\":402,\"error\":\"402 Payment Required\",\"url\":\"https://api.stripe.com/v1/charges\",\"arguments\":{\"amount\":106185,\"currency\":\"eur\"}}");
        trace.add(
                13,
                1L,
                SpanKind.MUTATION,
                "orders:markFailed",
                168,
                13.5,
                SpanStatus.OK,
                39_000L,
                at("orders.ts", 52),
                "{}");
        trace.add(
                14,
                13L,
                SpanKind.DB,
                "patch orders",
                171,
                5.5,
                SpanStatus.OK,
                5_000L,
                at("orders.ts", 88),
                "{\"table\":\"orders\",\"rows\":1}");
        trace.add(
                15,
                13L,
                SpanKind.SCHEDULE,
                "email:sendFailure",
                177.5,
                3.2,
                SpanStatus.OK,
                4_000L,
                at("orders.ts", 90),
                "{}");
        trace.add(
                16,
                1L,
                SpanKind.MUTATION,
                "audit:record",
                150,
                46,
                SpanStatus.DANGLING,
                7_000L,
                at("orders.ts", 45),
                "{}");
        trace.add(
                17,
                1L,
                SpanKind.TIMER,
                "setTimeout 500",
                176,
                20,
                SpanStatus.CANCELED,
                null,
                at("orders.ts", 46),
                "{}");
        return trace.spans();
    }

    /// The span as it is while it has not ended.
    public static Span running(Span span) {
        return new Span(
                span.id(),
                span.parentId(),
                span.kind(),
                span.name(),
                span.startNanos(),
                0,
                null,
                SpanStatus.RUNNING,
                span.position(),
                span.attributes());
    }

    private static List<LogLine> logs() {
        List<LogLine> logs = new ArrayList<>();
        logs.add(line(LogLevel.LOG, "placing order for u_81", "orders.ts", 14, 1.2));
        logs.add(line(
                LogLevel.DEBUG,
                "cart: { ids: [ 'MS-12', 'KB-77', 'MN-27' ], coupon: undefined }",
                "orders.ts",
                18,
                40.9));
        logs.add(line(LogLevel.INFO, "rates are 3 h old", "payments.ts", 23, 113.8));
        logs.add(line(
                LogLevel.LOG,
                "order {\n  items: [\n    { sku: 'MS-12', price: 49.9, quantity: 5 },\n    { sku: 'KB-77', price: 129, quantity: 1 }\n  ],\n  total: 1061.85\n}",
                "orders.ts",
                38,
                114.2));
        logs.add(line(LogLevel.WARN, "stripe answered 402, giving up", "payments.ts", 47, 160.1));
        logs.add(line(
                LogLevel.ERROR,
                "ConvexError: card declined\n    at charge (convex/payments.ts:48:11)\n    at place (convex/orders.ts:61:5)",
                "payments.ts",
                48,
                160.4));
        logs.add(new LogLine(
                LogLevel.SYSTEM,
                "1 unawaited operation: [mutation]. Async operations should be awaited or they might not run.",
                null,
                1,
                184_000_000L));
        return logs;
    }

    private static LogLine line(LogLevel level, String text, String file, int line, double millis) {
        return new LogLine(level, text, at(file, line), 1, (long) (millis * 1e6));
    }

    public static List<Finding> findings() {
        return List.of(
                finding(
                        "dangling-promise",
                        Severity.ERROR,
                        "runMutation(audit:record) was still pending when orders:place returned.",
                        at("orders.ts", 45),
                        List.of(16L),
                        "Await the promise, or schedule the mutation with ctx.scheduler.runAfter(0, …) so that it runs for certain. Work that is still pending when an action returns may be dropped."),
                finding(
                        "chained-run-action",
                        Severity.WARNING,
                        "orders:place calls payments:charge with ctx.runAction though both run in the Convex runtime: the extra call took 8.4 ms and its own 128 KB.",
                        at("orders.ts", 40),
                        List.of(11L, 12L),
                        "Make the shared part a plain TypeScript function and call it directly. ctx.runAction is for crossing into another runtime."),
                finding(
                        "parallelizable",
                        Severity.WARNING,
                        "cart:items and the two fetches after it do not depend on each other; together they could take 71 ms instead of 111 ms.",
                        at("orders.ts", 16),
                        List.of(2L, 5L, 6L),
                        "Start them together and await Promise.all."),
                finding(
                        "limit-near",
                        Severity.INFO,
                        "The run used 6.0 MiB of the 64 MiB limit.",
                        null,
                        List.of(),
                        "Nothing to do."));
    }

    private static Finding finding(
            String rule,
            Severity severity,
            String message,
            @Nullable SourcePosition position,
            List<Long> spans,
            String help) {
        return new Finding(rule, severity, message, position, "orders:place", spans, help);
    }
}
