package dev.actionscope.app.workbench;

import dev.actionscope.app.arguments.JsonText;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A run of the sample's `orders:checkout`, at the places where its source has the calls.
final class SampleRun {
    private static final String ORDERS = "convex/orders.ts";
    private static final String SERVICES = "convex/model/services.ts";

    private final SampleProject project;
    private final List<Span> spans = new ArrayList<>();

    private SampleRun(SampleProject project) {
        this.project = project;
    }

    /// The run as it ends well: its promise to the statistics service is left behind.
    static RunResult of(SampleProject project) throws IOException {
        return new SampleRun(project).result();
    }

    /// The same run, failing where the payment is taken.
    static RunResult failing(SampleProject project) throws IOException {
        RunResult fine = of(project);
        List<Span> spans = fine.spans().stream().filter(span -> span.id() <= 7).toList();
        SourcePosition place = project.position(SERVICES, "throw new Error");
        return new RunResult(
                fine.function(),
                fine.kind(),
                fine.runtime(),
                fine.engine(),
                RunStatus.ERROR,
                null,
                new RunError(
                        "Uncaught Error: api.paybox.example answered 502 Bad Gateway",
                        null,
                        List.of(
                                new Frame("postJson", place),
                                new Frame("charge", project.position(SERVICES, "const answer = await postJson")),
                                new Frame("handler", project.position(ORDERS, "charge(totalCents")))),
                61_400_000,
                fine.peakHeapBytes(),
                fine.logs(),
                spans,
                List.of(),
                fine.recording());
    }

    private RunResult result() throws IOException {
        span(
                null,
                SpanKind.ACTION,
                "orders:checkout",
                0,
                184.2,
                412_000,
                SpanStatus.OK,
                at(ORDERS, "export const checkout"),
                "{\"arguments\":{\"email\":\"ada@example.com\",\"lines\":[{\"sku\":\"mug\",\"quantity\":2}],\"country\":\"de\"},\"result\":{\"orderId\":\"j57d2n1\",\"chargeId\":\"ch_1001\",\"totalCents\":2890}}");
        span(
                1L,
                SpanKind.QUERY,
                "orders:quote",
                3.1,
                21.4,
                96_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.runQuery(internal.orders.quote"),
                "{\"arguments\":{\"email\":\"ada@example.com\"},\"result\":{\"totalCents\":2400,\"earlierOrders\":3}}");
        span(
                2L,
                SpanKind.DB,
                "query customers.by_email",
                8.2,
                6.3,
                18_000,
                SpanStatus.OK,
                at(ORDERS, ".query(\"customers\")"),
                "{\"table\":\"customers\",\"rows\":1}");
        span(
                1L,
                SpanKind.ACTION,
                "shipping:estimate",
                26.0,
                38.9,
                140_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.runAction(internal.shipping"),
                "{\"arguments\":{\"country\":\"de\"},\"result\":490}");
        span(
                4L,
                SpanKind.FETCH,
                "GET rates.parcels.example/v1/de",
                31.5,
                29.8,
                22_000,
                SpanStatus.OK,
                at(SERVICES, "fetch(`https://rates"),
                "{\"method\":\"GET\",\"url\":\"https://rates.parcels.example/v1/de?pieces=2\",\"status\":200}");
        span(
                1L,
                SpanKind.FETCH,
                "POST api.paybox.example/v1/cards/card_visa/charges",
                66.4,
                58.2,
                31_000,
                SpanStatus.OK,
                at(SERVICES, "const response = await fetch(url"),
                "{\"method\":\"POST\",\"status\":200}");
        span(
                1L,
                SpanKind.FETCH,
                "GET risk.example/v2/score",
                66.9,
                33.7,
                12_000,
                SpanStatus.OK,
                at(SERVICES, "fetch(`https://risk"),
                "{\"method\":\"GET\",\"status\":200}");
        span(
                1L,
                SpanKind.FETCH,
                "POST stats.example/collect",
                126.8,
                57.4,
                9_000,
                SpanStatus.DANGLING,
                at(ORDERS, "track(\"checkout\""),
                "{\"method\":\"POST\"}");
        span(
                1L,
                SpanKind.MUTATION,
                "orders:recordPaid",
                128.0,
                44.6,
                118_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.runMutation(internal.orders.recordPaid"),
                "{\"result\":\"j57d2n1\"}");
        span(
                9L,
                SpanKind.DB,
                "query customers.by_email",
                132.1,
                4.0,
                18_000,
                SpanStatus.OK,
                at(ORDERS, ".query(\"customers\")"),
                "{\"table\":\"customers\",\"rows\":1}");
        span(
                9L,
                SpanKind.DB,
                "patch customers",
                138.2,
                3.1,
                6_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.db.patch(customerId"),
                "{\"table\":\"customers\"}");
        span(
                9L,
                SpanKind.DB,
                "insert orders",
                143.0,
                5.2,
                8_000,
                SpanStatus.OK,
                at(ORDERS, "const orderId = await ctx.db.insert(\"orders\""),
                "{\"table\":\"orders\"}");
        span(
                9L,
                SpanKind.DB,
                "insert payments",
                150.4,
                3.4,
                7_000,
                SpanStatus.OK,
                at(ORDERS, "await ctx.db.insert(\"payments\""),
                "{\"table\":\"payments\"}");
        span(
                9L,
                SpanKind.DB,
                "insert emails",
                155.6,
                3.2,
                7_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.db.insert(\"emails\""),
                "{\"table\":\"emails\"}");
        span(
                9L,
                SpanKind.SCHEDULE,
                "emails:send",
                161.0,
                2.8,
                4_000,
                SpanStatus.OK,
                at(ORDERS, "ctx.scheduler.runAfter(0, internal.emails.send"),
                "{\"delayMs\":0}");
        return new RunResult(
                "orders:checkout",
                SpanKind.ACTION,
                "convex",
                "interpreter",
                RunStatus.SUCCESS,
                JsonText.parse("{\"orderId\":\"j57d2n1kz8q0\",\"chargeId\":\"ch_1001\",\"totalCents\":2890}"),
                null,
                184_200_000,
                6_400_000,
                logs(),
                spans,
                findings(),
                project.root().resolve(".actionscope/recordings/r1.sqlite").toString());
    }

    private List<LogLine> logs() throws IOException {
        return List.of(
                new LogLine(
                        LogLevel.LOG,
                        "charged 2890 cents, risk 0.12",
                        at(ORDERS, "console.log(`charged"),
                        1,
                        125_900_000),
                new LogLine(
                        LogLevel.INFO,
                        "customer ada@example.com has 3 earlier orders",
                        at(ORDERS, "const earlierOrders"),
                        2,
                        17_000_000),
                new LogLine(
                        LogLevel.SYSTEM,
                        "1 unawaited operation: [fetch]. Async operations should be awaited or they might not run.",
                        at(ORDERS, "track(\"checkout\""),
                        1,
                        184_100_000));
    }

    private List<Finding> findings() throws IOException {
        return List.of(
                new Finding(
                        "dangling-promise",
                        Severity.WARNING,
                        "track() was started and is still pending when the action returns: its request may never arrive.",
                        at(ORDERS, "track(\"checkout\""),
                        "orders:checkout",
                        List.of(8L),
                        "Await it, or schedule a function that does it."),
                new Finding(
                        "chained-run-action",
                        Severity.WARNING,
                        "orders:checkout calls shipping:estimate by runAction in the same runtime; the extra call cost 9.1 ms.",
                        at(ORDERS, "ctx.runAction(internal.shipping"),
                        "orders:checkout",
                        List.of(4L),
                        "Call the helper shippingCents directly."));
    }

    private SourcePosition at(String file, String text) throws IOException {
        return project.position(file, text);
    }

    private void span(
            @Nullable Long parent,
            SpanKind kind,
            String name,
            double startMillis,
            double millis,
            long bytes,
            SpanStatus status,
            SourcePosition position,
            String attributes) {
        spans.add(new Span(
                spans.size() + 1L,
                parent,
                kind,
                name,
                (long) (startMillis * 1e6),
                (long) (millis * 1e6),
                bytes,
                status,
                position,
                (ObjectNode) JsonText.parse(attributes)));
    }
}
