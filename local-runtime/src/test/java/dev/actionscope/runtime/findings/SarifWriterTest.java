package dev.actionscope.runtime.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifWriterTest {
    private final SarifWriter writer = new SarifWriter("0.1.0", Path.of("/home/ada/shop"));

    @Test
    void a_finding_becomes_a_result_with_rule_level_and_region() {
        JsonNode result = run(Rule.DANGLING_PROMISE.finding(
                        "`f()` is not awaited.",
                        new SourcePosition("convex/my orders.ts", 7, 5),
                        "orders:place",
                        List.of()))
                .at("/results/0");
        assertEquals("dangling-promise", result.at("/ruleId").stringValue());
        assertEquals("warning", result.at("/level").stringValue());
        assertEquals("`f()` is not awaited.", result.at("/message/text").stringValue());
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertEquals("convex/my%20orders.ts", place.at("/artifactLocation/uri").stringValue());
        assertEquals(7, place.at("/region/startLine").intValue());
        assertEquals(5, place.at("/region/startColumn").intValue());
        assertEquals(
                "orders:place",
                result.at("/locations/0/logicalLocations/0/fullyQualifiedName").stringValue());
    }

    @Test
    void the_rule_index_leads_to_the_rule() {
        JsonNode run = run(Rule.PARALLELIZABLE.finding("x", null, "", List.of()));
        int index = run.at("/results/0/ruleIndex").intValue();
        assertEquals(
                "parallelizable", run.at("/tool/driver/rules/" + index + "/id").stringValue());
        assertEquals("note", run.at("/results/0/level").stringValue());
        assertFalse(run.at("/results/0").has("locations"));
    }

    @Test
    void the_log_names_its_version_the_projects_folder_and_every_rule() {
        JsonNode log = JsonMapper.shared().readTree(writer.write(List.of()));
        assertEquals("2.1.0", log.at("/version").stringValue());
        assertTrue(log.at("/$schema").stringValue().endsWith("sarif-schema-2.1.0.json"));
        assertEquals(
                "file:///home/ada/shop/",
                log.at("/runs/0/originalUriBaseIds/PROJECTROOT/uri").stringValue());
        assertEquals(Rule.values().length, log.at("/runs/0/tool/driver/rules").size());
        assertTrue(log.at("/runs/0/results").isArray());
    }

    private JsonNode run(Finding finding) {
        return JsonMapper.shared().readTree(writer.write(List.of(finding))).at("/runs/0");
    }
}
