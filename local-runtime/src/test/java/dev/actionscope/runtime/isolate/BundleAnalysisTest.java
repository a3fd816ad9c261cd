package dev.actionscope.runtime.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.analysis.Analysis.HttpRoute;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BundleAnalysisTest {
    @Test
    void every_registered_function_is_found_with_its_place() {
        Analysis analysis = analyze("isolate-calls");
        FunctionInfo echo = Objects.requireNonNull(analysis.function("calls:echo"));
        assertEquals(FunctionKind.ACTION, echo.kind());
        assertEquals("{\"type\":\"string\"}", String.valueOf(echo.returns()));
        assertEquals(
                "{\"type\":\"object\",\"value\":{\"text\":{\"fieldType\":{\"type\":\"string\"},\"optional\":false}}}",
                echo.args().toString());
        assertEquals(new SourcePosition("convex/calls.ts", 10, 12), echo.position());
        FunctionInfo hidden = Objects.requireNonNull(analysis.function("calls:hidden"));
        assertEquals(false, hidden.isPublic());
        assertEquals(
                FunctionKind.QUERY,
                Objects.requireNonNull(analysis.function("calls:reads")).kind());
        assertNull(analysis.function("calls:notRegistered"));
        assertEquals("calls:noop", analysis.functions().getFirst().path());
    }

    @Test
    void a_module_that_throws_is_a_failure_with_its_place() {
        RunError error =
                Objects.requireNonNull(analyze("isolate-calls").failures().get("breaks.js"));
        assertEquals("Failed to analyze breaks.js: Uncaught Error: broken at import", error.message());
        assertEquals(List.of(new Frame("", new SourcePosition("convex/breaks.ts", 5, 7))), error.frames());
    }

    @Test
    void a_module_that_never_ends_loading_is_given_up_and_the_others_are_analysed() {
        Analysis analysis = analyze("isolate-hangs");
        assertEquals(
                "Failed to analyze hangs.js: Function execution timed out (maximum duration: 4s)",
                Objects.requireNonNull(analysis.failures().get("hangs.js")).message());
        assertNotNull(analysis.function("zebra:fine"));
        assertNotNull(analysis.function("apple:fine"));
    }

    @Test
    void what_the_world_offers_is_unsupported_at_import_time() {
        Analysis analysis = analyze("isolate-hangs");
        assertEquals(
                "Failed to analyze sleeps.js: Uncaught Error: setTimeout unsupported at import time",
                Objects.requireNonNull(analysis.failures().get("sleeps.js")).message());
        assertEquals(
                "Failed to analyze queries.js: Uncaught Error: Can't use database at import time",
                Objects.requireNonNull(analysis.failures().get("queries.js")).message());
    }

    @Test
    void schema_crons_routes_and_auth_are_read() {
        Analysis analysis = analyze("bundling-app");
        assertEquals(
                "messages",
                Objects.requireNonNull(analysis.schema())
                        .path("tables")
                        .path(0)
                        .path("tableName")
                        .asString());
        assertEquals(
                "messages:add",
                Objects.requireNonNull(analysis.crons())
                        .path("greet")
                        .path("name")
                        .asString());
        assertEquals(List.of(new HttpRoute("GET", "/hello")), analysis.httpRoutes());
        assertEquals(
                "convex",
                Objects.requireNonNull(analysis.authConfig())
                        .path("providers")
                        .path(0)
                        .path("applicationID")
                        .asString());
    }

    private static Analysis analyze(String project) {
        try (GraalIsolateEngine engine = IsolateTests.engine()) {
            return engine.analyze(IsolateTests.bundle(project), new FakeSeam());
        }
    }
}
