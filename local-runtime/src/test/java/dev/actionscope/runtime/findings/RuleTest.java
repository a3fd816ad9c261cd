package dev.actionscope.runtime.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_a_page_with_a_title_and_three_sections(Rule rule) {
        String page = rule.page();
        assertTrue(page.startsWith("# "), page);
        assertTrue(page.indexOf("\n## What\n") < page.indexOf("\n## Why\n"), page);
        assertTrue(page.indexOf("\n## Why\n") < page.indexOf("\n## Fix\n"), page);
        assertFalse(rule.title().startsWith("#"));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void help_and_summary_are_one_plain_paragraph(Rule rule) {
        assertTrue(rule.help().length() > 20 && !rule.help().contains("\n"), rule.help());
        assertTrue(rule.summary().length() > 20 && !rule.summary().contains("#"), rule.summary());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_list_of_rules_names_every_rule(Rule rule) throws IOException {
        Path list = Path.of(System.getProperty("actionscope.root"), "docs/rules/README.md");
        assertTrue(Files.readString(list).contains("](" + rule.id() + ".md)"));
    }

    @Test
    void a_rule_is_found_by_its_id() {
        assertEquals(Optional.of(Rule.CHAINED_RUN_ACTION), Rule.of("chained-run-action"));
        assertEquals(Optional.empty(), Rule.of("no-such-rule"));
        assertEquals("Dangling promise", Rule.DANGLING_PROMISE.title());
    }
}
