package dev.actionscope.runtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.fetch.OfflineTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Thousands of URLs, good and bad, put together from pieces that parsers stumble over: Node makes the same of each.
class UrlAgainstNodeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int COUNT = 4000;
    private static final List<String> SCHEMES = List.of(
            "https:",
            "http:",
            "HTTP:",
            "file:",
            "foo:",
            "mailto:",
            "data:",
            "ws:",
            "ftp:",
            "blob:https:",
            "",
            "",
            "1a:",
            "a+b:",
            ":");
    private static final List<String> SLASHES = List.of("//", "//", "//", "/", "", "///", "\\\\", "/\\", "\t//");
    private static final List<String> USERS = List.of("", "", "", "u@", "u:p@", ":@", "a b:c@d@", "@");
    private static final List<String> HOSTS = List.of(
            "h.test",
            "H.Test.",
            "127.1",
            "0x7f.0.0.1",
            "256.1.1.1",
            "1.2.3.4.5",
            "[::1]",
            "[1:2::8]",
            "[::1.2.3.4]",
            "[1::2::3]",
            "a b",
            "a%41.test",
            "a%00b",
            "xn--mnchen-3ya.de",
            "münchen.de",
            "faß.de",
            "☕.us",
            "",
            "localhost",
            "C:",
            "c|",
            "09.1",
            "1.0x",
            "a..b",
            ".",
            "%zz",
            "é",
            "[::g]",
            "[",
            "0.0.0.0.",
            "4294967296",
            "4294967295",
            "xn--a",
            "a_b.test",
            "A\u00ADb.test");
    private static final List<String> PORTS =
            List.of("", "", "", ":80", ":443", ":0", ":65535", ":65536", ":8a", ":", ":00081");
    private static final List<String> PATHS = List.of(
            "",
            "/",
            "/a/b",
            "/a/../b",
            "/./a/.",
            "/a/%2e%2E/b",
            "/a b",
            "/ü",
            "/C:/x",
            "/C|/../x",
            "\\a\\b",
            "/a//b",
            "/%",
            "/{}",
            "/a\tb",
            "x/y",
            "/a/b/..");
    private static final List<String> QUERIES =
            List.of("", "", "?", "?a=1&b=2", "?a b\"'<>", "?ü=%zz", "??", "?a\\b", "?\uD83D\uDE00");
    private static final List<String> HASHES = List.of("", "", "#", "#x y", "#`<>\"", "#ü#", "#a?b");
    private static final List<String> BASES = List.of(
            "https://b.test/p/q?r#s", "file:///C:/x/y", "file://host/a", "foo://f/a/b", "http://u:p@b.test:81/");
    private static final List<String> CHANGED = List.of("protocol", "hostname", "port", "pathname", "search", "hash");

    @TempDir
    Path folder;

    @Test
    void a_URL_has_the_same_parts_before_and_after_a_change() throws IOException, InterruptedException {
        List<List<Object>> inputs = inputs(new Random(7));
        Path file = Files.writeString(folder.resolve("urls.json"), JSON.writeValueAsString(inputs));
        JsonNode theirs = inNode(file);
        JsonNode ours = here(inputs);
        for (int index = 0; index < COUNT; index++) {
            assertEquals(theirs.get(index), ours.get(index), JSON.writeValueAsString(inputs.get(index)));
        }
    }

    private static List<List<Object>> inputs(Random random) {
        List<List<Object>> inputs = new ArrayList<>();
        for (int count = 0; count < COUNT; count++) {
            String url = pick(SCHEMES, random)
                    + pick(SLASHES, random)
                    + pick(USERS, random)
                    + pick(HOSTS, random)
                    + pick(PORTS, random)
                    + pick(PATHS, random)
                    + pick(QUERIES, random)
                    + pick(HASHES, random);
            String part = pick(CHANGED, random);
            String value = switch (part) {
                case "protocol" -> pick(SCHEMES, random);
                case "hostname" -> pick(HOSTS, random) + "x";
                case "port" -> pick(PORTS, random).replace(":", "");
                case "pathname" -> pick(PATHS, random);
                case "search" -> pick(QUERIES, random);
                default -> pick(HASHES, random);
            };
            inputs.add(List.of(url, pick(BASES, random), part, value));
        }
        return inputs;
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static JsonNode inNode(Path file) throws IOException, InterruptedException {
        String script = Objects.requireNonNull(UrlAgainstNodeTest.class.getResource("urls-in-node.mjs"))
                .getPath();
        Process node = new ProcessBuilder("node", script, file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, node.waitFor());
        return JSON.readTree(output);
    }

    private static JsonNode here(List<List<Object>> inputs) {
        try (Engine engine = FakeRealm.newEngine();
                FakeSeam seam = new FakeSeam(new OfflineTransport());
                FakeRealm realm = new FakeRealm(engine, new WebPlatform(), FunctionKind.ACTION, seam)) {
            realm.context().getBindings("js").putMember("inputs", JSON.writeValueAsString(inputs));
            return JSON.readTree(realm.run("""
                    const parts = ["href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash", "origin"];
                    return JSON.parse(inputs).map(([input, base, part, value]) => {
                      if (!URL.canParse(input, base)) return null;
                      const url = new URL(input, base);
                      const before = parts.map((name) => url[name]);
                      url[part] = value;
                      return [...before, url.href];
                    });
                    """));
        }
    }
}
