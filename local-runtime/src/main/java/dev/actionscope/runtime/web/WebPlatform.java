package dev.actionscope.runtime.web;

import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.isolate.RealmExtension;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/// Gives every realm the web globals of the default Convex runtime, and no others. A global that a call never touches
/// costs it nothing: its script is evaluated when it is first read. One instance serves all realms; thread-safe.
public final class WebPlatform implements RealmExtension {
    private static final String ASYNC_CONTEXT = "AsyncContext";

    /// The globals by the script that makes them.
    private static final Map<String, List<String>> GLOBALS = Map.of(
            "url", List.of("URL", "URLSearchParams"),
            "text", List.of("TextEncoder", "TextDecoder", "atob", "btoa"),
            "events", List.of("Event", "EventTarget", "AbortController", "AbortSignal", "DOMException"),
            "streams",
                    List.of(
                            "ReadableStream",
                            "ReadableStreamDefaultReader",
                            "ReadableStreamBYOBReader",
                            "WritableStream",
                            "WritableStreamDefaultWriter",
                            "TransformStream",
                            "TextEncoderStream",
                            "TextDecoderStream"),
            "fetch", List.of("fetch", "Request", "Response", "Headers", "FormData", "Blob", "File"),
            "crypto", List.of("crypto", "Crypto", "SubtleCrypto", "CryptoKey"),
            "clone", List.of("structuredClone"),
            "performance",
                    List.of("performance", "Performance", "PerformanceEntry", "PerformanceMark", "PerformanceMeasure"),
            "async-context", List.of("AsyncLocalStorage", "AsyncResource"));

    /// What `Convex.jsSyscall` offers, by the function of the `fetch` script that answers.
    private static final Map<String, String> JS_SYSCALLS = Map.of(
            "requestFromConvexJson", "requestFromConvexJson",
            "convexJsonFromResponse", "convexJsonFromResponse",
            "storage/storeBlob", "storeBlob",
            "storage/getBlob", "getBlob");

    /// The proposal that lets `AsyncLocalStorage` follow `await`; its own global is not Convex's and is taken away.
    @Override
    public Map<String, String> contextOptions() {
        return Map.of("js.async-context", "true");
    }

    @Override
    public void install(Realm realm) {
        Scripts scripts = new Scripts(realm, hiddenAsyncContext(realm));
        realm.defineGlobal("self", realm.evaluate(WebPlatform.class, "global.js"));
        GLOBALS.forEach((script, names) -> realm.defineLazyGlobals(names, () -> scripts.use(script)));
        JS_SYSCALLS.forEach((name, function) -> realm.answerJsSyscall(
                name, arguments -> scripts.use("fetch").getMember(function).execute((Object[]) arguments)));
        realm.finishHttpResults(
                arguments -> scripts.use("fetch").getMember("finishHttpResult").execute((Object[]) arguments));
    }

    private static Value hiddenAsyncContext(Realm realm) {
        Value globals = realm.context().getBindings("js");
        Value asyncContext = globals.getMember(ASYNC_CONTEXT);
        if (asyncContext == null) {
            return realm.context().asValue(null);
        }
        globals.removeMember(ASYNC_CONTEXT);
        return asyncContext;
    }
}
