package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.NetworkTransport;
import dev.actionscope.runtime.seam.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// `fetch` from JavaScript to a server on loopback and back.
class FetchTest {
    private final Engine engine = FakeRealm.newEngine();
    private final NetworkTransport network = new NetworkTransport();
    private final FakeSeam seam = new FakeSeam(network);
    private final FakeRealm realm = new FakeRealm(engine, new WebPlatform(), FunctionKind.ACTION, seam);
    private final LoopbackServer server;

    FetchTest() throws IOException {
        server = new LoopbackServer();
    }

    @BeforeEach
    void nameTheServer() {
        realm.context().getBindings("js").putMember("server", server.url());
        realm.context().getBindings("js").putMember("goOn", (ProxyExecutable) arguments -> {
            server.goOn();
            return null;
        });
    }

    @AfterEach
    void close() {
        realm.close();
        seam.close();
        server.close();
        network.close();
        engine.close();
    }

    @Test
    void a_response_has_head_and_text() {
        assertEquals("[200,true,\"OK\",\"basic\",false,true,\"hällo\",true]", realm.run("""
                        const r = await fetch(server + "/text#here");
                        const whole = [r.status, r.ok, r.statusText, r.type, r.redirected, r.url === server + "/text"];
                        return [...whole, await r.text(), r.bodyUsed];
                        """));
        assertEquals(0, seam.fetches.unreadBodies().size());
    }

    @Test
    void errors_of_the_server_are_responses() {
        assertEquals("[404,false,\"nothing here\"]", realm.run("""
                const r = await fetch(server + "/missing"); return [r.status, r.ok, await r.text()]
                """));
    }

    @Test
    void a_request_carries_method_headers_and_json() {
        assertEquals(
                "[\"POST\",\"/echo?a=%7C%7Bb%7D\",\"{\\\"x\\\":\\\"é\\\"}\",\"application/json\",\"v\"]",
                realm.run("""
                        const r = await fetch(server + "/echo?a=|{b}", { method: "POST", body: JSON.stringify({ x: "é" }),
                            headers: { "Content-Type": "application/json", "X-Own": "v" } });
                        const { method, uri, body, headers } = await r.json();
                        return [method, uri, body, headers["content-type"], headers["x-own"]];
                        """));
    }

    @Test
    void headers_of_the_connection_are_left_to_the_client() {
        assertEquals("[\"3\",\"*/*\",\"gzip, deflate\",\"own\"]", realm.run("""
                const r = await fetch(server + "/echo", { method: "POST", body: "abc",
                    headers: { "content-length": "99", connection: "close", host: "x.test", "user-agent": "own" } });
                const { headers: h } = await r.json();
                return [h["content-length"], h.accept, h["accept-encoding"], h["user-agent"]];
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            new URLSearchParams({ a: "1 2" });application/x-www-form-urlencoded;a=1+2
            new Blob(["b"], { type: "x/y" });x/y;b
            new TextEncoder().encode("t");undefined;t
            new Response("s").body;undefined;s
            """)
    void a_body_may_be(String body, String type, String sent) {
        String result = realm.run("""
                const r = await fetch(server + "/echo", { method: "POST", duplex: "half", body: %s });
                const { body, headers } = await r.json();
                return String(headers["content-type"]).split(";")[0] + " " + body;
                """.formatted(body));
        assertEquals("\"" + type + " " + sent + "\"", result);
    }

    @Test
    void a_form_with_a_file_goes_as_multipart() {
        assertEquals("[true,true,true]", realm.run("""
                const form = new FormData();
                form.append("field", "value"); form.append("file", new File(["content"], "f.txt", { type: "text/plain" }));
                const { body, headers } = await (await fetch(server + "/echo", { method: "POST", body: form })).json();
                const [, boundary] = headers["content-type"].split("boundary=");
                return [body.startsWith("--" + boundary), body.includes('name="file"; filename="f.txt"'), body.endsWith("--" + boundary + "--\\r\\n")];
                """));
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate"})
    void bodies_are_decompressed(String encoding) {
        assertEquals("[4500,\"" + encoding + "\"]", realm.run("""
                const r = await fetch(server + "/%s"); return [(await r.text()).length, r.headers.get("content-encoding")]
                """.formatted(encoding)));
    }

    @Test
    void cookies_and_empty_bodies() {
        assertEquals("[[\"a=1\",\"b=2\"],204,null,\"\",null]", realm.run("""
                const c = await fetch(server + "/cookies"); await c.text();
                const e = await fetch(server + "/empty");
                const h = await fetch(server + "/text", { method: "HEAD" });
                return [c.headers.getSetCookie(), e.status, e.body, await e.text(), h.body];
                """));
        assertEquals(0, seam.fetches.unreadBodies().size());
    }

    @Test
    void large_bodies_come_whole() {
        assertEquals("[3000000,3000000]", realm.run("""
                const a = (await (await fetch(server + "/large")).arrayBuffer()).byteLength;
                let b = 0; for await (const chunk of (await fetch(server + "/large")).body) b += chunk.length;
                return [a, b];
                """));
    }

    @Test
    void a_body_is_read_while_it_comes() {
        assertEquals("[\"one \",\"two\"]", realm.run("""
                const r = await fetch(server + "/drip"); const seen = [];
                for await (const text of r.body.pipeThrough(new TextDecoderStream())) { seen.push(text); goOn(); }
                return seen;
                """));
    }

    @Test
    void an_abort_before_the_head_rejects() {
        assertEquals("[\"AbortError\",20,true]", realm.run("""
                const c = new AbortController();
                const p = fetch(server + "/hang", { signal: c.signal });
                c.abort();
                try { await p; return "went" } catch (e) { return [e.name, e.code, e === c.signal.reason] }
                """));
    }

    @Test
    void a_timeout_rejects() {
        assertEquals("\"TimeoutError\"", realm.run("""
                try { await fetch(server + "/hang", { signal: AbortSignal.timeout(20) }); return "went" } catch (e) { return e.name }
                """));
    }

    @Test
    void an_abort_while_the_body_comes_breaks_it_off() {
        assertEquals("[\"one \",\"mine\",\"mine\"]", realm.run("""
                const c = new AbortController(); const out = [];
                const r = await fetch(server + "/drip", { signal: c.signal });
                const reader = r.body.getReader();
                out.push(new TextDecoder().decode((await reader.read()).value));
                const next = reader.read(); c.abort("mine");
                try { await next } catch (e) { out.push(e) }
                const d = new AbortController();
                const text = (await fetch(server + "/drip", { signal: d.signal })).text(); d.abort("mine");
                try { await text } catch (e) { out.push(e) }
                return out;
                """));
        assertEquals(0, seam.fetches.unreadBodies().size());
    }

    @Test
    void redirects_are_followed() {
        assertEquals("[true,true,\"hällo\",3]", realm.run("""
                const two = "/redirect/302/" + encodeURIComponent("/text");
                const r = await fetch(server + "/redirect/301/" + encodeURIComponent(two));
                return [r.redirected, r.url === server + "/text", await r.text(), 3];
                """));
        assertEquals(
                3, seam.begun.stream().filter(Operation.Fetch.class::isInstance).count());
    }

    @ParameterizedTest
    @CsvSource({"301,POST,GET", "302,POST,GET", "303,PUT,GET", "307,POST,POST", "308,PUT,PUT", "301,PUT,PUT"})
    void a_redirect_keeps_or_changes_the_method(int status, String method, String then) {
        String body = then.equals("GET") ? "" : "x";
        assertEquals("[\"" + then + "\",\"" + body + "\"]", realm.run("""
                const r = await fetch(server + "/redirect/%d/echo", { method: "%s", body: "x" });
                const { method, body } = await r.json(); return [method, body]
                """.formatted(status, method)
                .replace("/echo\"", "/\" + encodeURIComponent(\"/echo\")")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            fetch(server + "/redirect/302");fetch too many redirects
            fetch(server + "/redirect/302/x", { redirect: "error" });fetch attempted redirect
            fetch(server + "/redirect/307/x", { method: "POST", body: new Response("s").body });fetch cannot redirect with streamed body
            """)
    void redirects_fail(String call, String message) {
        assertEquals("throws TypeError: " + message, realm.run("return " + call));
    }

    @Test
    void redirects_can_be_left_to_the_caller() {
        assertEquals("[302,\"/x\",\"moved\"]", realm.run("""
                const r = await fetch(server + "/redirect/302/" + encodeURIComponent("/x"), { redirect: "manual" });
                return [r.status, r.headers.get("location"), await r.text()]
                """));
    }

    @Test
    void credentials_do_not_go_to_another_origin() throws IOException {
        try (LoopbackServer other = new LoopbackServer()) {
            realm.context().getBindings("js").putMember("other", other.url());
            assertEquals("[null,\"b\",\"secret\"]", realm.run("""
                    const headers = { authorization: "secret", "x-a": "b" };
                    const to = async (target) => (await (await fetch(server + "/redirect/302/" + encodeURIComponent(target), { headers })).json()).headers;
                    const away = await to(other + "/echo"); const home = await to(server + "/echo");
                    return [away.authorization ?? null, away["x-a"], home.authorization];
                    """));
        }
    }

    @Test
    void a_refused_connection_is_an_error_with_its_chain_of_causes() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/";
        assertEquals(
                "throws Error: error sending request for url (" + url
                        + "): client error (Connect): tcp connect error: Connection refused (os error 111)",
                realm.run("return fetch('" + url + "')"));
    }

    @Test
    void an_unknown_host_is_an_error_with_its_chain_of_causes() {
        String result = realm.run("return fetch('http://no-such-host.invalid/')");
        assertEquals(
                "throws Error: error sending request for url (http://no-such-host.invalid/): client error (Connect): "
                        + "dns error: failed to lookup address information: Name or service not known",
                result);
    }

    @Test
    void a_body_that_breaks_off_is_an_error() {
        String result = realm.run("const r = await fetch(server + '/broken'); return r.text()");
        assertTrue(result.startsWith("throws Error: error reading a body from url (" + server.url()), result);
    }

    @Test
    void bodies_that_nobody_reads_are_known() {
        realm.run(
                "await fetch(server + '/text'); const r = await fetch(server + '/drip'); await r.body.getReader().read()");
        assertEquals(
                "[false, true]",
                seam.fetches.unreadBodies().stream()
                        .map(body -> body.begun())
                        .toList()
                        .toString());
    }

    @Test
    void a_canceled_body_is_given_up() {
        realm.run("const r = await fetch(server + '/drip'); await r.body.cancel()");
        assertEquals(0, seam.fetches.unreadBodies().size());
    }

    @Test
    void responses_of_the_network_cannot_be_changed() {
        assertEquals(
                "throws TypeError: Headers are immutable.",
                realm.run("(await fetch(server + '/text')).headers.set('a', 'b')"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FunctionKind.class,
            names = {"QUERY", "MUTATION"})
    void queries_and_mutations_may_not_fetch(FunctionKind kind) {
        try (FakeRealm other = new FakeRealm(engine, new WebPlatform(), kind, seam)) {
            assertEquals(
                    "throws Error: Can't use fetch() in queries and mutations. Please consider using an action. See "
                            + "https://docs.convex.dev/functions/actions for more details.",
                    other.run("return fetch('http://h.test')"));
            assertEquals(
                    "throws Error: Can't use cryptographic randomness in queries and mutations. Please consider using an "
                            + "action. See https://docs.convex.dev/functions/actions for more details.",
                    other.run("return crypto.randomUUID()"));
        }
    }

    @Test
    void nothing_is_fetched_at_import_time() {
        try (FakeRealm importing = new FakeRealm(engine, new WebPlatform(), null, seam)) {
            assertEquals(
                    "throws Error: fetch unsupported at import time", importing.run("return fetch('http://h.test')"));
        }
    }

    @Test
    void queries_may_sign_and_sign_the_same_each_time() {
        String sign = """
                const x = { kty: "EC", crv: "P-256", x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI" };
                const k = await crypto.subtle.importKey("jwk", x, { name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);
                return [...new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, k, new Uint8Array(3)))];
                """;
        try (FakeSeam one = new FakeSeam(network);
                FakeSeam other = new FakeSeam(network);
                FakeRealm first = new FakeRealm(engine, new WebPlatform(), FunctionKind.QUERY, one);
                FakeRealm second = new FakeRealm(engine, new WebPlatform(), FunctionKind.QUERY, other)) {
            assertEquals(first.run(sign), second.run(sign));
        }
    }
}
