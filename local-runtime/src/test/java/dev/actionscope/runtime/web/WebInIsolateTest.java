package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BuildOutcome;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundleProfile;
import dev.actionscope.runtime.bundle.Bundler;
import dev.actionscope.runtime.fetch.NetworkTransport;
import dev.actionscope.runtime.isolate.EngineKind;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.GraalIsolateEngine;
import dev.actionscope.runtime.isolate.IsolateLimits;
import dev.actionscope.runtime.isolate.IsolateOutcome;
import dev.actionscope.runtime.isolate.IsolateReport;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.seam.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The web globals where they are at home: in isolates, under the real convex package.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebInIsolateTest {
    private static final IsolateLimits LIMITS =
            new IsolateLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 64L << 20);

    private final NetworkTransport network = new NetworkTransport();
    private final LoopbackServer server;
    private final GraalIsolateEngine engine;
    private final Bundle bundle;
    private FakeSeam seam = new FakeSeam(network);

    WebInIsolateTest() throws Exception {
        server = new LoopbackServer();
        engine = GraalIsolateEngine.open(EngineKind.INTERPRETER, List.of(new WebPlatform()));
        Path folder = Path.of("src/test/projects/web-actions").toAbsolutePath();
        try (Bundler bundler = Bundler.open(Project.open(folder), BundleProfile.DEBUG)) {
            bundle = assertInstanceOf(BuildOutcome.Built.class, bundler.build()).bundle();
        }
    }

    @AfterAll
    void close() {
        seam.close();
        engine.close();
        server.close();
        network.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "readsJson       | [200,\"/echo?q=1\",\"v\"]",
                "followsRedirect | \"hällo\"",
                "streams         | \"hällo\"",
                "givesUpInTime   | 200",
                "stores          | [\"file0\",\"content\",\"text/x\"]",
                "keepsThroughWaits | [\"a\",\"a\",\"a\"]",
                "remembers       | [\"a\",\"b\"]",
                "signs           | true",
            })
    void actions_use_the_web(String function, String value) throws Exception {
        assertEquals(
                value, returned(call("web", function, FunctionKind.ACTION, "[{\"server\":\"" + server.url() + "\"}]")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fetchesInQuery  | \"Error: Can't use fetch() in queries and mutations. Please consider using an action. See https://docs.convex.dev/functions/actions for more details.\"",
                "digestsInQuery  | 186",
            })
    void queries_use_what_they_may(String function, String value) throws Exception {
        assertEquals(value, returned(call("web", function, FunctionKind.QUERY, "[{}]")));
    }

    @Test
    void what_Convex_has_not_ends_the_call() throws Exception {
        IsolateOutcome outcome =
                call("web", "refuses", FunctionKind.ACTION, "[{}]").outcome();
        String message =
                assertInstanceOf(IsolateOutcome.Threw.class, outcome).error().message();
        assertTrue(message.contains("Not implemented: set host for URL."), message);
    }

    @Test
    void every_hop_of_a_redirect_knows_the_line_that_fetched() throws Exception {
        call("web", "followsRedirect", FunctionKind.ACTION, "[{\"server\":\"" + server.url() + "\"}]");
        List<Integer> lines = seam.sites.stream()
                .map(site -> site.position() == null ? 0 : site.position().line())
                .toList();
        assertEquals(List.of(13, 13, 14, 14), lines);
    }

    @Test
    void a_timeout_that_is_not_due_is_nothing_left_behind() throws Exception {
        assertEquals(
                List.of(),
                call("web", "givesUpInTime", FunctionKind.ACTION, "[{\"server\":\"" + server.url() + "\"}]")
                        .unawaited());
        assertEquals(
                0,
                seam.begun.stream().filter(Operation.ReadBody.class::isInstance).count());
    }

    @Test
    void the_body_of_a_redirect_is_not_left_behind() throws Exception {
        call("web", "followsRedirect", FunctionKind.ACTION, "[{\"server\":\"" + server.url() + "\"}]");
        assertEquals(List.of(), seam.fetches.unreadBodies());
        call("web", "leavesBodyUnread", FunctionKind.ACTION, "[{\"server\":\"" + server.url() + "\"}]");
        assertEquals(1, seam.fetches.unreadBodies().size());
    }

    @Test
    void an_http_action_reads_a_form() throws Exception {
        HttpActionResponse response = httpCall(new HttpActionRequest(
                "https://h.test/echo",
                "POST",
                List.of(Map.entry("content-type", "application/x-www-form-urlencoded")),
                "name=Jøn".getBytes(StandardCharsets.UTF_8)));
        assertEquals(201, response.status());
        assertEquals(List.of(Map.entry("content-type", "application/json")), response.headers());
        assertEquals("{\"url\":\"https://h.test/echo\",\"name\":\"Jøn\"}", text(response));
    }

    @Test
    void an_http_action_streams_its_response() throws Exception {
        HttpActionResponse response =
                httpCall(new HttpActionRequest("https://h.test/stream", "GET", List.of(), new byte[0]));
        assertEquals("one two", text(response));
    }

    private HttpActionResponse httpCall(HttpActionRequest request) throws Exception {
        return HttpActionResponse.of(returned(call("http", "default", FunctionKind.HTTP_ACTION, request.toJson())));
    }

    private static String text(HttpActionResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private IsolateReport call(String module, String function, FunctionKind kind, String arguments) throws Exception {
        seam = new FakeSeam(network);
        FunctionCall call = new FunctionCall(module + ".js", function, kind, arguments, "request-1");
        return engine.call(bundle, call, seam, LIMITS).report().get(30, TimeUnit.SECONDS);
    }

    private static String returned(IsolateReport report) {
        return assertInstanceOf(
                        IsolateOutcome.Returned.class,
                        report.outcome(),
                        () -> report.outcome().toString())
                .value();
    }
}
