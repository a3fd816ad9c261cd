package dev.actionscope.runtime.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.actionscope.runtime.bundle.SourceMap.Generated;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMapsTest {
    /// Line 1 is made up; line 2 has columns 0 (a.ts 1:1), 4 (b.ts 1:3), 8 (nothing); line 3 has column 2 (a.ts 1:2).
    private static final String MAPPINGS = ";AAAA,ICAE,I;EDAD";

    @Test
    void places_are_found_both_ways() {
        SourceMap map = SourceMaps.parse(map(MAPPINGS), "dir/mod.js");
        assertEquals(List.of("convex/dir/a.ts", "node_modules/b.ts"), map.sources());
        assertNull(map.original(1, 1));
        assertEquals(new SourcePosition("convex/dir/a.ts", 1, 1), map.original(2, 1));
        assertEquals(new SourcePosition("convex/dir/a.ts", 1, 1), map.original(2, 4));
        assertEquals(new SourcePosition("node_modules/b.ts", 1, 3), map.original(2, 5));
        assertNull(map.original(2, 9));
        assertNull(map.original(3, 2));
        assertEquals(new SourcePosition("convex/dir/a.ts", 1, 2), map.original(3, 3));
        assertNull(map.original(4, 1));
        assertEquals(List.of(new Generated(2, 1, 1), new Generated(3, 3, 2)), map.generated("convex/dir/a.ts", 1));
        assertEquals(List.of(new Generated(2, 5, 3)), map.generated("node_modules/b.ts", 1));
        assertEquals(List.of(), map.generated("convex/dir/a.ts", 2));
        assertEquals(List.of(), map.generated("elsewhere.ts", 1));
    }

    @Test
    void what_plugins_made_up_has_no_source() {
        String json = "{\"sources\":[\"../shim:node:x\",\"wasm-stub:/a/b.wasm\",\"../convex/a.ts\"],"
                + "\"mappings\":\"AAAA;ACAA;ACAA\"}";
        SourceMap map = SourceMaps.parse(json, "mod.js");
        assertEquals(List.of("convex/a.ts"), map.sources());
        assertNull(map.original(1, 1));
        assertNull(map.original(2, 1));
        assertEquals(new SourcePosition("convex/a.ts", 1, 1), map.original(3, 1));
    }

    @Test
    void sources_above_the_project_keep_their_way_up() {
        String json = "{\"sourceRoot\":\"../..\",\"sources\":[\"../shared/a.ts\"],\"mappings\":\"AAAA\"}";
        assertEquals(
                List.of("../../shared/a.ts"), SourceMaps.parse(json, "mod.js").sources());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"mappings\":7}",
                "{\"mappings\":\"AAAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"A!AA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AAAAAAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AADA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"DAAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"IAAA,DAAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"gggggggggggA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AAAg\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"é\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AA+/////DA\"}",
                "{\"sources\":{\"a\":1},\"mappings\":\"ACAA\"}"
            })
    void a_broken_map_is_a_map_of_nothing(String json) {
        SourceMap map = SourceMaps.parse(json, "mod.js");
        assertEquals(List.of(), map.sources(), json);
        assertNull(map.original(1, 1), json);
        assertEquals(List.of(), map.generated("a", 1));
    }

    @Test
    void no_map_however_hostile_makes_it_fail() {
        Random random = new Random(42);
        String letters = "AACDEFgh/+,,;;Zz09";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder mappings = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                mappings.append(letters.charAt(random.nextInt(letters.length())));
            }
            String json = map(mappings.toString());
            String text = random.nextBoolean() ? json : json.substring(0, random.nextInt(json.length()));
            SourceMap map = SourceMaps.parse(text, "dir/mod.js");
            for (int line = 0; line < 6; line++) {
                map.original(line, random.nextInt(50));
                map.generated("convex/dir/a.ts", line);
            }
        }
    }

    private static String map(String mappings) {
        return "{\"version\":3,\"sources\":[\"../../convex/dir/a.ts\",\"../../node_modules/b.ts\"],\"names\":[],"
                + "\"mappings\":\"" + mappings + "\"}";
    }
}
