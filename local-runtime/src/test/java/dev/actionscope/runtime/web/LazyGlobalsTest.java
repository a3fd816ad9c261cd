package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.OfflineTransport;
import java.util.List;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a global costs a call that does not use it: nothing.
class LazyGlobalsTest {
    private static final List<String> SCRIPTS = List.of(
            "async-context", "clone", "crypto", "events", "fetch", "idna", "performance", "streams", "text", "url");

    private final Engine engine = FakeRealm.newEngine();
    private final FakeSeam seam = new FakeSeam(new OfflineTransport());
    private final FakeRealm realm = new FakeRealm(engine, new WebPlatform(), FunctionKind.ACTION, seam);

    @AfterEach
    void close() {
        realm.close();
        seam.close();
        engine.close();
    }

    @Test
    void an_untouched_realm_has_evaluated_no_script() {
        assertEquals(List.of(), evaluated());
    }

    @Test
    void touching_URL_evaluates_its_script_only_and_once() {
        assertEquals(
                "\"https://h.test/x\"",
                realm.run("new URLSearchParams('a=b'); return new URL('/x', 'https://h.test').href"));
        assertEquals(List.of("url"), evaluated());
        assertEquals(1, realm.evaluations("url.js"));
    }

    @Test
    void a_response_with_text_loads_no_streams() {
        assertEquals("{\"a\":1}", realm.run("return new Response('{\"a\":1}').json()"));
        assertEquals(List.of("fetch"), evaluated());
    }

    @Test
    void only_international_host_names_load_their_tables() {
        realm.run("return new URL('https://münchen.test').host");
        assertEquals(List.of("idna", "url"), evaluated());
    }

    private List<String> evaluated() {
        return SCRIPTS.stream()
                .filter(script -> realm.evaluations(script + ".js") > 0)
                .toList();
    }
}
