package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.OfflineTransport;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the convex package asks of the runtime with live objects.
class ConvexSyscallsTest {
    private final Engine engine = FakeRealm.newEngine();
    private final FakeSeam seam = new FakeSeam(new OfflineTransport());
    private final FakeRealm realm = new FakeRealm(engine, new WebPlatform(), FunctionKind.HTTP_ACTION, seam);

    @AfterEach
    void close() {
        realm.close();
        seam.close();
        engine.close();
    }

    @Test
    void a_request_is_made_from_the_hosts_json() {
        assertEquals("[\"https://h.test/p?q\",\"POST\",\"1\",\"aé\",true]", realm.run("""
                const request = jsSyscall("requestFromConvexJson", { convexJson: {
                    url: "https://h.test/p?q", method: "POST", headerPairs: [["x-a", "1"]], body: "YcOp", streamId: null, signal: null } });
                return [request.url, request.method, request.headers.get("x-a"), await request.text(), request instanceof Request];
                """));
    }

    @Test
    void a_request_without_a_body() {
        assertEquals("[\"GET\",null]", realm.run("""
                const request = jsSyscall("requestFromConvexJson", { convexJson: {
                    url: "https://h.test/", method: "GET", headerPairs: [], body: null } });
                return [request.method, request.body];
                """));
    }

    @Test
    void a_response_becomes_json_with_its_body() {
        assertEquals(
                "{\"headerPairs\":[[\"content-type\",\"text/plain;charset=UTF-8\"],[\"set-cookie\",\"a\"],[\"set-cookie\",\"b\"]],"
                        + "\"status\":201,\"statusText\":\"\",\"url\":\"\",\"streamId\":null,\"body\":\"YcOp\"}",
                realm.run("""
                        const headers = [["set-cookie", "a"], ["set-cookie", "b"]];
                        return jsSyscall("convexJsonFromResponse", { response: new Response("aé", { status: 201, headers }) });
                        """));
    }

    @Test
    void a_streamed_response_is_finished_when_its_body_has_come() {
        assertEquals("[\"body\",null,\"b25ldHdv\",null]", realm.run("""
                const body = new ReadableStream({ async start(c) {
                    c.enqueue(new TextEncoder().encode("one")); await null; c.enqueue(new TextEncoder().encode("two")); c.close() } });
                const head = jsSyscall("convexJsonFromResponse", { response: new Response(body) });
                const whole = JSON.parse(await finishHttpResult(JSON.stringify(head)));
                return [head.streamId, head.body, whole.body, whole.streamId];
                """));
    }

    @Test
    void only_responses_are_responses() {
        assertEquals(
                "throws TypeError: HTTP actions must return a Response object.",
                realm.run("jsSyscall('convexJsonFromResponse', { response: 'text' })"));
    }

    @Test
    void blobs_are_stored_and_fetched() {
        assertEquals("[\"file0\",\"content\",\"text/x\",3,null]", realm.run("""
                const id = await jsSyscall("storage/storeBlob", { requestId: "", version: "1", blob: new Blob(["content"], { type: "text/x" }) });
                const blob = await jsSyscall("storage/getBlob", { requestId: "", version: "1", storageId: id });
                const other = await jsSyscall("storage/storeBlob", { blob: new Blob([new Uint8Array(3)]), options: { sha256: "s" } });
                const back = await jsSyscall("storage/getBlob", { storageId: other });
                return [id, await blob.text(), blob.type, back.size, await jsSyscall("storage/getBlob", { storageId: "nope" })];
                """));
    }

    @Test
    void only_blobs_are_stored() {
        assertEquals(
                "throws TypeError: storage.store: the argument is not a Blob.",
                realm.run("await jsSyscall('storage/storeBlob', { blob: 'text' })"));
    }
}
