package dev.actionscope.runtime.findings.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `expected.json` of the project `dangling` says the same as the marks in its source.
class DanglingProjectTest {
    private static final Path PROJECT =
            Path.of(System.getProperty("actionscope.root"), "local-runtime/src/test/projects/dangling");
    private static final Pattern MARK = Pattern.compile("// (expect(?:-run)?): ([a-z-]+)");

    @Test
    void the_table_and_the_marks_agree() throws IOException {
        SortedSet<String> table = new TreeSet<>();
        for (Map.Entry<String, JsonNode> function : table().properties()) {
            for (JsonNode finding : function.getValue()) {
                table.add(finding.get("file").stringValue() + ":"
                        + finding.get("line").intValue() + " "
                        + (finding.get("source").booleanValue() ? "expect " : "expect-run ")
                        + finding.get("rule").stringValue());
            }
        }
        assertEquals(String.join("\n", marks()), String.join("\n", table));
    }

    @Test
    void half_of_the_thirty_and_more_actions_are_clean() {
        long clean = table().properties().stream()
                .filter(function -> function.getValue().isEmpty())
                .count();
        assertTrue(clean >= 30 && table().size() - clean >= 30, clean + " of " + table().size());
    }

    private static JsonNode table() {
        return JsonMapper.shared().readTree(PROJECT.resolve("expected.json"));
    }

    private static SortedSet<String> marks() throws IOException {
        SortedSet<String> marks = new TreeSet<>();
        for (Map.Entry<String, String> file : SourceCheck.read(PROJECT).entrySet()) {
            List<String> lines = Files.readAllLines(PROJECT.resolve(file.getKey()));
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = MARK.matcher(lines.get(i));
                if (mark.find()) {
                    marks.add(file.getKey() + ":" + (i + 1) + " " + mark.group(1) + " " + mark.group(2));
                }
            }
        }
        return marks;
    }
}
