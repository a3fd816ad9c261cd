package dev.actionscope.editor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Texts are written with `«…»` around the selection or `|` for a caret alone.
class EditsTest {
    @Test
    void indent_and_outdent_keep_the_selection() {
        check("a|b", LineEdits::indent, "a  |b");
        check("«one\ntwo»\nthree", LineEdits::indent, "  «one\n  two»\nthree".replace("  «", "«  "));
        check("  «one\n  two»", LineEdits::outdent, "«one\ntwo»");
        check(" |x", LineEdits::outdent, "|x");
        check("\t|x", LineEdits::outdent, "|x");
    }

    @Test
    void a_selection_that_ends_at_a_line_start_leaves_that_line() {
        check("«one\n»two", LineEdits::indent, "«  one\n»two");
    }

    @Test
    void comments_toggle_at_the_common_indentation() {
        check("  a|", s -> LineEdits.toggleComment(s, "//"), "  // a|");
        check("«  a\n\n    b»", s -> LineEdits.toggleComment(s, "//"), "«  // a\n\n  //   b»");
        check("«  // a\n  //   b»", s -> LineEdits.toggleComment(s, "//"), "«  a\n    b»");
    }

    @Test
    void lines_are_duplicated_moved_and_deleted() {
        check("a\nb|c\nd", s -> LineEdits.duplicate(s, true), "a\nbc\nb|c\nd");
        check("a\nb|c\nd", s -> LineEdits.duplicate(s, false), "a\nb|c\nbc\nd");
        check("a\nb|c\nd", s -> LineEdits.moveUp(s).orElseThrow(), "b|c\na\nd");
        check("a\nb|c\nd", s -> LineEdits.moveDown(s).orElseThrow(), "a\nd\nb|c");
        check("a\nb|c\nd", LineEdits::delete, "a\n|d");
        check("a\nb|", LineEdits::delete, "a|");
        check("|", LineEdits::delete, "|");
        assertEquals(Optional.empty(), LineEdits.moveUp(parse("a|\nb")));
        assertEquals(Optional.empty(), LineEdits.moveDown(parse("a\nb|")));
    }

    @Test
    void brackets_and_quotes_close_themselves() {
        check("f|", s -> TypingEdits.typed(s, '(').orElseThrow(), "f(|)");
        check("f(|)", s -> TypingEdits.typed(s, ')').orElseThrow(), "f()|");
        check("a «b» c", s -> TypingEdits.typed(s, '"').orElseThrow(), "a \"«b»\" c");
        check("  |", s -> TypingEdits.typed(s, '}').orElseThrow(), "}|");
        check("(|)", s -> TypingEdits.backspace(s).orElseThrow(), "|");
        assertEquals(Optional.empty(), TypingEdits.typed(parse("don|"), '\''));
        assertEquals(Optional.empty(), TypingEdits.typed(parse("|word"), '('));
        assertEquals(Optional.empty(), TypingEdits.typed(parse("a|"), 'b'));
        assertEquals(Optional.empty(), TypingEdits.backspace(parse("(a|)")));
    }

    @Test
    void a_new_line_keeps_or_deepens_the_indentation() {
        check("  a|", TypingEdits::newLine, "  a\n  |");
        check("  f(|)", TypingEdits::newLine, "  f(\n    |\n  )");
        check("if (x) {|", TypingEdits::newLine, "if (x) {\n  |");
        check("|  a", TypingEdits::newLine, "\n|  a");
    }

    @Test
    void brackets_match_over_nesting_but_not_in_strings() {
        String text = "f(a, [b, ')'], g())";
        assertEquals(
                Optional.of(new BracketMatcher.Pair(1, 18)),
                BracketMatcher.around(text, 2, place -> place != text.indexOf("')'") + 1));
        assertEquals(
                Optional.of(new BracketMatcher.Pair(1, 18)), BracketMatcher.around(text, 19, place -> place != 10));
        assertEquals(Optional.empty(), BracketMatcher.around("(", 1, place -> true));
        assertEquals(Optional.empty(), BracketMatcher.around("", 0, place -> true));
    }

    @Test
    void searching_knows_case_and_expressions() {
        assertEquals(2, found(new TextSearch("ab", false, false), "ab AB").size());
        assertEquals(1, found(new TextSearch("ab", true, false), "ab AB").size());
        assertEquals(0, found(new TextSearch("a.", false, false), "ab").size());
        assertEquals(2, found(new TextSearch("^\\w", false, true), "ab\ncd").size());
        assertEquals(0, found(new TextSearch("", false, true), "ab").size());
        assertInstanceOf(TextSearch.Outcome.BadExpression.class, new TextSearch("(", false, true).in("x"));
        assertTrue(!((TextSearch.Outcome.Found) new TextSearch("a", false, false).in("a".repeat(30_000))).complete());
    }

    private static List<TextSearch.Match> found(TextSearch search, String text) {
        return ((TextSearch.Outcome.Found) search.in(text)).matches();
    }

    private static void check(String before, Function<Selection, TextEdit> edit, String after) {
        Selection selection = parse(before);
        TextEdit result = edit.apply(selection);
        String text = result.applyTo(selection.text());
        int start = Math.min(result.anchor(), result.caret());
        int end = Math.max(result.anchor(), result.caret());
        String marked = start == end
                ? text.substring(0, start) + "|" + text.substring(start)
                : text.substring(0, start) + "«" + text.substring(start, end) + "»" + text.substring(end);
        assertEquals(after, marked);
    }

    /// Reads a text with `|` for the caret or `«…»` around the selection.
    private static Selection parse(String marked) {
        int start = Math.max(marked.indexOf('|'), marked.indexOf('«'));
        int end = marked.indexOf('»') < 0 ? start : marked.indexOf('»') - 1;
        return new Selection(marked.replaceAll("[|«»]", ""), start, end);
    }
}
