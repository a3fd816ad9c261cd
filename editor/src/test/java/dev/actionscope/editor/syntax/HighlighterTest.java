package dev.actionscope.editor.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {
    private static final String ACTION = """
            import { v } from "convex/values";
            // Prices the basket.
            export const place = action({
              args: { ids: v.array(v.string()) },
              handler: async (ctx, { ids }): Promise<Order[]> => {
                const total = ids.length * 1.19 + MAX_FEE;
                await ctx.runMutation(api.orders.insert, { total, text: `sum ${total}\\n` });
                return /a+/g.test("x") ? new Order(null) : undefined;
              },
            });
            """;

    @Test
    void typescript_tokens_are_named_by_what_they_are() {
        String seen = describe(Language.TYPESCRIPT, ACTION);
        for (String expected : List.of(
                "import:KEYWORD",
                "\":STRING",
                "convex/values:STRING",
                "// Prices the basket.:COMMENT",
                "action:FUNCTION",
                "args:PROPERTY",
                "array:FUNCTION",
                "handler:FUNCTION",
                "async:KEYWORD",
                "ctx:PARAMETER",
                "Promise:TYPE",
                "=>:OPERATOR",
                "total:VARIABLE",
                "1.19:NUMBER",
                "MAX_FEE:CONSTANT",
                "runMutation:FUNCTION",
                "orders:PROPERTY",
                "sum :STRING",
                "${:ESCAPE",
                "\\n:ESCAPE",
                "/a+/g:REGEXP",
                "Order:TYPE",
                "null:CONSTANT",
                "undefined:CONSTANT",
                "(:PUNCTUATION")) {
            assertTrue(seen.contains(" " + expected + " "), expected + " in\n" + seen);
        }
    }

    @Test
    void tsx_knows_tags_and_attributes() {
        String seen = describe(Language.TSX, "const a = <Row title=\"x\" size={2}>hi</Row>;");
        assertTrue(seen.contains(" Row:TAG title:ATTRIBUTE "), seen);
    }

    @Test
    void json_keys_differ_from_values() {
        assertEquals(
                " {:PUNCTUATION \"a\":PROPERTY ::PUNCTUATION \"b\":STRING ,:PUNCTUATION \"n\":PROPERTY"
                        + " ::PUNCTUATION -1.5e3:NUMBER ,:PUNCTUATION \"t\":PROPERTY ::PUNCTUATION true:CONSTANT }:PUNCTUATION ",
                describe(Language.JSON, "{\"a\": \"b\", \"n\": -1.5e3,\n\"t\": true}"));
    }

    @Test
    void markdown_headings_and_fences() {
        String seen = describe(Language.MARKDOWN, "# Title\nsome `code`\n```ts\nconst a = 1;\n```\n- item\n");
        for (String expected : List.of("# Title:KEYWORD", "`code`:STRING", "const a = 1;:STRING", "-:OPERATOR")) {
            assertTrue(seen.contains(expected), seen);
        }
    }

    @Test
    void a_range_gives_the_tokens_that_touch_it() {
        try (Highlighter highlighter = Highlighter.of(Language.TYPESCRIPT)) {
            highlighter.reset(ACTION);
            int line = ACTION.indexOf("    const total");
            List<SyntaxToken> tokens = highlighter.tokens(line, ACTION.indexOf('\n', line));
            assertEquals("const", text(ACTION, tokens.getFirst()));
            assertEquals(";", text(ACTION, tokens.getLast()));
        }
    }

    @Test
    void edits_give_the_same_tokens_as_reading_anew() {
        Random random = new Random(7);
        String text = ACTION + "// ünïcödé 🙂 \n" + ACTION;
        try (Highlighter edited = Highlighter.of(Language.TSX);
                Highlighter fresh = Highlighter.of(Language.TSX)) {
            edited.reset(text);
            List<String> pieces = List.of("x", "\n", "{", "}", "\"", "`", "await ", "/* ", "*/", "é🙂", "");
            for (int i = 0; i < 300; i++) {
                int start = random.nextInt(text.length());
                int removed = Math.min(random.nextInt(4), text.length() - start);
                String piece = pieces.get(random.nextInt(pieces.size()));
                text = text.substring(0, start) + piece + text.substring(start + removed);
                edited.edited(start, removed, piece.length(), text);
            }
            fresh.reset(text);
            assertEquals(fresh.tokens(0, text.length()), edited.tokens(0, text.length()));
        }
    }

    @Test
    void the_declarations_around_a_place_are_named() {
        try (Highlighter highlighter = Highlighter.of(Language.TYPESCRIPT)) {
            String text = ACTION + "class Box { open() { return 1; } }\nfunction f() { const g = () => 2; }\n";
            highlighter.reset(text);
            assertEquals(List.of("place", "handler"), highlighter.enclosing(text.indexOf("ids.length")));
            assertEquals(List.of("Box", "open"), highlighter.enclosing(text.indexOf("return 1")));
            assertEquals(List.of("f", "g"), highlighter.enclosing(text.indexOf("2;")));
            assertEquals(List.of(), highlighter.enclosing(0));
        }
    }

    private static String describe(Language language, String text) {
        try (Highlighter highlighter = Highlighter.of(language)) {
            highlighter.reset(text);
            return highlighter.tokens(0, text.length()).stream()
                    .map(token -> text(text, token) + ":" + token.kind())
                    .collect(Collectors.joining(" ", " ", " "));
        }
    }

    private static String text(String text, SyntaxToken token) {
        return text.substring(token.start(), token.end());
    }
}
