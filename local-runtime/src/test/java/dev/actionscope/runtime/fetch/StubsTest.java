package dev.actionscope.runtime.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.seam.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stubs file: what it answers, and what it says when it is wrong.
class StubsTest {
    @TempDir
    Path folder;

    @Test
    void the_first_entry_that_matches_answers() throws Exception {
        FetchTransport transport = transport("""
                [{"method":"POST","url":"https://h.test/a","status":201,"headers":{"x-a":"1"},"json":{"b":[1]}},
                 {"url":"https://h.test/a","body":"text"},
                 {"url":"https://h.test/**","body":"rest"}]
                """);
        FetchResponse created = send(transport, "POST", "https://h.test/a");
        assertEquals(201, created.status());
        assertEquals(
                Map.of("x-a", "1", "content-type", "application/json"),
                created.headers().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals("{\"b\":[1]}", text(created));
        assertEquals("text", text(send(transport, "GET", "https://h.test/a")));
        assertEquals("rest", text(send(transport, "GET", "https://h.test/b/c?d")));
    }

    @Test
    void what_nothing_matches_goes_on() throws Exception {
        FetchException failure = assertThrows(
                FetchException.class,
                () -> send(
                        transport("[{\"method\":\"GET\",\"url\":\"https://h.test/a\"}]"), "PUT", "https://h.test/a"));
        assertEquals("offline: no stub answers PUT https://h.test/a, and the network is off", failure.text());
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.test/v1/gifs/translate*, https://h.test/v1/gifs/translate?api_key=1&s=a/b, true",
        "https://h.test/v1/gifs/translate*, https://h.test/v1/gifs/translate, true",
        "https://h.test/v1/gifs/translate*, https://h.test/v1/gifs/translate/more, false",
        "https://h.test/*/refunds, https://h.test/ch_1/refunds, true",
        "https://h.test/*/refunds, https://h.test/a/b/refunds, false",
        "https://h.test/*/refunds, https://h.test/a?next=/refunds, false",
        "https://h.test/a?q=*&r=1, https://h.test/a?q=x/y&r=1, true",
        "https://h.test/a?q=*&r=1, https://h.test/a?q=x&r=2, false",
        "https://h.test/**, https://h.test/, true",
        "https://h.test/**, https://h.test/a/b?c=d, true",
        "https://h.test, https://h.test/, true",
        "https://h.test, https://h.test/a, false",
        "https://*.test/a, https://api.test/a, true",
        "**, http://anything:8080/x?y, true",
        "https://h.test/a.b, https://h.test/aXb, false",
        "https://h.test/a, https://h.test/a#here, true"
    })
    void patterns(String pattern, String url, boolean matches) {
        assertEquals(matches, UrlPattern.of(pattern).matches(url));
    }

    @Test
    void an_entry_answers_so_many_times() throws Exception {
        FetchTransport transport = transport("""
                [{"url":"https://h.test/","fault":"reset","times":2},{"url":"https://h.test/","body":"then"}]
                """);
        assertThrows(FetchException.class, () -> send(transport, "GET", "https://h.test/"));
        assertThrows(FetchException.class, () -> send(transport, "GET", "https://h.test/"));
        assertEquals("then", text(send(transport, "GET", "https://h.test/")));
        assertEquals("then", text(send(transport, "GET", "https://h.test/")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    reset;client error (SendRequest): connection error: Connection reset by peer (os error 104)
                    timeout;operation timed out
                    dns;client error (Connect): dns error: failed to lookup address information: Name or service not known
                    """)
    void faults_fail_like_the_real_thing(String fault, String cause) throws Exception {
        FetchTransport transport = transport("[{\"url\":\"**\",\"fault\":\"%s\"}]".formatted(fault));
        FetchException failure = assertThrows(FetchException.class, () -> send(transport, "GET", "https://h.test/"));
        assertEquals("error sending request for url (https://h.test/): " + cause, failure.text());
    }

    @Test
    void a_malformed_answer_is_cut_in_the_middle() throws Exception {
        FetchTransport transport = transport("[{\"url\":\"**\",\"fault\":\"malformed\",\"json\":{\"abc\":1}}]");
        FetchResponse response = send(transport, "GET", "https://h.test/");
        assertEquals(200, response.status());
        assertEquals("{\"ab", text(response));
    }

    @Test
    void a_slow_answer_takes_its_time_and_can_be_interrupted() throws Exception {
        FetchTransport quick = transport("[{\"url\":\"**\",\"fault\":\"slow\",\"delayMs\":1,\"body\":\"late\"}]");
        assertEquals("late", text(send(quick, "GET", "https://h.test/")));
        FetchTransport slow = transport("[{\"url\":\"**\",\"fault\":\"slow\",\"body\":\"late\"}]");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> send(slow, "GET", "https://h.test/"));
    }

    @Test
    void a_file_is_found_beside_the_stubs() throws Exception {
        Files.createDirectories(folder.resolve("answers"));
        byte[] bytes = {0, 1, (byte) 255};
        Files.write(folder.resolve("answers/a.png"), bytes);
        FetchTransport transport = transport("[{\"url\":\"**\",\"file\":\"answers/a.png\"}]");
        FetchResponse response = send(transport, "GET", "https://h.test/");
        assertArrayEquals(bytes, response.body().readAllBytes());
        assertEquals("[content-type=image/png]", response.headers().toString());
        Files.delete(folder.resolve("answers/a.png"));
        FetchException gone = assertThrows(FetchException.class, () -> send(transport, "GET", "https://h.test/"));
        assertTrue(gone.text().contains("stubs.json:1: the stub's \"file\" cannot be read"), gone.text());
    }

    @Test
    void a_changed_file_is_read_again() throws Exception {
        FetchTransport transport = transport("[{\"url\":\"**\",\"body\":\"one\"}]");
        assertEquals("one", text(send(transport, "GET", "https://h.test/")));
        Path file = folder.resolve("stubs.json");
        Files.writeString(file, "[{\"url\":\"**\",\"body\":\"three\"}]");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertEquals("three", text(send(transport, "GET", "https://h.test/")));
        Files.writeString(file, "[{]");
        FetchException broken = assertThrows(FetchException.class, () -> send(transport, "GET", "https://h.test/"));
        assertTrue(broken.text().contains("stubs.json:1: not JSON"), broken.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"url":"x"}|1|a stubs file is a JSON array of entries: start it with [
                    [{"url":"https://h.test"}, {"status":200}]|1|entry 2 has no "url"
                    [{"url":"h.test/a"}]|1|entry 1 has a "url" that starts with neither http://, https:// nor *: h.test/a
                    [7]|1|entry 1 is not an object
                    [{"url":"**","status":99}]|1|entry 1 has a "status" that is not a whole number from 200 to 599
                    [{"url":"**","delayMs":-1}]|1|entry 1 has a "delayMs" that is not a whole number of at least 0
                    [{"url":"**","times":1.5}]|1|entry 1 has a "times" that is not a whole number of at least 1
                    [{"url":"**","fault":"fire"}]|1|entry 1 has an unknown "fault": "fire"; there are reset, timeout, dns, malformed, slow
                    [{"url":"**","json":1,"body":"x"}]|1|entry 1 has both "json" and "body": keep one
                    [{"url":"**","headers":["a"]}]|1|entry 1 has "headers" that are not an object
                    [{"url":"**","stats":1}]|1|entry 1 has an unknown member "stats"; there are body, delayMs, fault, file, headers, json, method, status, times, url
                    """)
    void what_is_wrong_is_named(String text, int line, String message) throws IOException {
        StubsException failure = assertThrows(StubsException.class, () -> transport(text));
        assertEquals(folder.resolve("stubs.json") + ":" + line + ": " + message, failure.text());
    }

    @Test
    void the_line_is_the_entrys_own() {
        StubsException failure =
                assertThrows(StubsException.class, () -> transport("[\n  {\"url\":\"**\"},\n\n  {\n\"url\":1}\n]"));
        assertEquals(4, failure.line());
        StubsException syntax =
                assertThrows(StubsException.class, () -> transport("[\n{\"url\":\"**\"},\n{\"url\" 1}\n]"));
        assertEquals(3, syntax.line());
    }

    @Test
    void a_missing_file_is_named() {
        StubsException failure = assertThrows(StubsException.class, () -> StubsFile.open(folder.resolve("no.json")));
        assertEquals(folder.resolve("no.json") + ":1: there is no such stubs file", failure.text());
    }

    private FetchTransport transport(String text) throws StubsException, IOException {
        Path file = folder.resolve("stubs.json");
        Files.writeString(file, text);
        return new StubbedTransport(StubsFile.open(file), new OfflineTransport());
    }

    private static FetchResponse send(FetchTransport transport, String method, String url)
            throws FetchException, InterruptedException {
        return transport.send(new Operation.Fetch(url, method, List.of(), new byte[0]));
    }

    private static String text(FetchResponse response) throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}
