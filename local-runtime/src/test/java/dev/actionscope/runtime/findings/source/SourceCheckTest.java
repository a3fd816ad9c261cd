package dev.actionscope.runtime.findings.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.actionscope.runtime.trace.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SourceCheckTest {
    private static final String PROJECTS = "local-runtime/src/test/projects/";

    @Test
    void the_sample_project_has_exactly_the_findings_that_its_comments_say() throws IOException {
        MarkedProject project = MarkedProject.of("packaging/sample");
        assertSame(project.expected(), project.found());
    }

    @Test
    void the_examples_of_the_docs_have_exactly_the_findings_that_their_comments_say() throws IOException {
        MarkedProject project = MarkedProject.of(PROJECTS + "docs-examples");
        assertSame(project.expected(), project.found());
    }

    @Test
    void dangling_promises_are_found_on_the_right_lines_and_nowhere_else() throws IOException {
        MarkedProject project = MarkedProject.of(PROJECTS + "dangling");
        SortedSet<String> found = new TreeSet<>(project.found());
        found.removeIf(line -> !line.endsWith("dangling-promise"));
        assertSame(project.expected(), found);
    }

    @Test
    void a_column_counts_utf16_units_after_an_emoji() {
        List<Finding> findings = check("export const a = action({ args: {}, handler: async (ctx) => {"
                + " const e = \"😀😀\"; fetch(e); } });");
        assertEquals(
                "[convex/a.ts:2:81]",
                findings.stream().map(Finding::position).toList().toString());
    }

    @Test
    void a_finding_names_the_function_it_is_in() {
        List<Finding> findings =
                check("export const a = action({ args: {}, handler: async (ctx) => { fetch(\"x\"); } });");
        assertEquals("a:a", findings.getFirst().function());
        assertEquals(
                "`fetch(...)` is not awaited: it may or may not have finished when the function returns.",
                findings.getFirst().message());
    }

    private static List<Finding> check(String code) {
        String text = "import { action } from \"./_generated/server\";\n" + code;
        return new SourceCheck().check(Map.of("convex/a.ts", text), "convex");
    }

    private static void assertSame(SortedSet<String> expected, SortedSet<String> found) {
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }
}
