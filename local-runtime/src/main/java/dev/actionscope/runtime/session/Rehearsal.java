package dev.actionscope.runtime.session;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.bundle.SourceMaps;
import dev.actionscope.runtime.isolate.FunctionCall;
import dev.actionscope.runtime.isolate.IsolateEngine;
import dev.actionscope.runtime.isolate.IsolateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs an action of our own that touches what most actions touch, so that the user's first run does not pay, in time
/// and in the trace, for the platform's scripts being parsed.
final class Rehearsal {
    private static final int TIMES = 3;
    private static final String MODULE = "rehearsal.js";
    private static final String SOURCE = """
            async function touch() {
              const request = new Request("https://example.invalid/?q=" + encodeURIComponent("a b"), {
                method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ a: [1, 2] }),
              });
              const answer = await fetch(request).catch((error) => new Response(JSON.stringify(String(error))));
              await answer.json();
              new URL("../b?c=d#e", request.url).searchParams.get("c");
              new Headers([["a", "b"]]).forEach(() => {});
              console.debug("rehearsed", { at: Date.now() + Math.random() });
              await Promise.all([1, 2].map(async (x) => x));
              return "null";
            }
            export const action = Object.assign(() => {}, {
              isAction: true, isPublic: true, invokeAction: touch, exportArgs: () => '{"type":"any"}',
              exportReturns: () => "null", _handler: touch,
            });
            """;

    private Rehearsal() {}

    /// Takes about a second in a cold JVM. Any thread; failures mean nothing but a slower first run.
    static void of(IsolateEngine engine) {
        Bundle bundle = new Bundle(
                "rehearsal",
                Map.of(MODULE, new BundledModule(MODULE, SOURCE, SourceMaps.empty(), Environment.CONVEX)),
                List.of(MODULE));
        FunctionCall call = new FunctionCall(MODULE, "action", FunctionKind.ACTION, "[{}]", "");
        Duration most = Duration.ofSeconds(20);
        for (int i = 0; i < TIMES; i++) {
            engine.call(bundle, call, new AnalysisSeam(Map.of()), new IsolateLimits(most, most, 64L << 20))
                    .report()
                    .join();
        }
    }
}
