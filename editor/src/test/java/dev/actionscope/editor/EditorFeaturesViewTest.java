package dev.actionscope.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Theme;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class EditorFeaturesViewTest {
    private static CodeEditor open(FxScene scene, String name, String text) {
        CodeEditor editor = FxThread.call(() -> new CodeEditor(Runnable::run, Platform::runLater));
        scene.show(800, 420, () -> editor, Theme.DARK::apply);
        FxThread.run(() -> {
            editor.open(SourceText.editable(name, text));
            editor.requestFocus();
        });
        FxThread.frames(2);
        return editor;
    }

    private static CaretPosition caret(CodeEditor editor) {
        return FxThread.call(() -> editor.caretProperty().get());
    }

    @Test
    void finding_goes_round_counts_and_knows_expressions(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "one two\nOne\nthree one\n");
        fx.press(KeyCode.CONTROL, KeyCode.F);
        fx.type("one");
        assertEquals("1 of 3", count(fx));
        assertEquals(new CaretPosition(1, 4, 3), caret(editor));
        fx.press(KeyCode.ENTER);
        assertEquals(2, caret(editor).line());
        fx.press(KeyCode.SHIFT, KeyCode.ENTER);
        fx.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals("3 of 3", count(fx));
        fx.click("Aa");
        assertEquals("2 of 2", count(fx));
        fx.click(".*");
        fx.click(".text-field");
        fx.press(KeyCode.CONTROL, KeyCode.A);
        fx.type("t\\w+");
        assertEquals(2, matches(fx));
        fx.press(KeyCode.CONTROL, KeyCode.A);
        fx.type("(");
        assertTrue(fx.shows(".invalid"));
        fx.press(KeyCode.ESCAPE);
        assertFalse(fx.shows(".find-bar"));
        assertEquals(0, matches(fx));
        fx.type("x");
        assertTrue(FxThread.call(() -> editor.dirtyProperty().get()));
    }

    private static String count(FxDriver fx) {
        return FxThread.call(() -> fx.find(".find-count", Label.class).getText());
    }

    private static int matches(FxDriver fx) {
        return fx.all(".find-match").size() + fx.all(".find-match-current").size();
    }

    @Test
    void going_to_a_line_takes_a_column_too(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.txt", "some text\n".repeat(500));
        fx.press(KeyCode.CONTROL, KeyCode.G);
        fx.type("300:6\n");
        assertEquals(new CaretPosition(300, 6, 0), caret(editor));
        fx.find("300");
        assertTrue(fx.shows(".flash-line"));
        FxThread.waitUntil("the flash to end", () -> !fx.shows(".flash-line"));
        fx.press(KeyCode.CONTROL, KeyCode.G);
        fx.type("99999\n");
        assertEquals(501, caret(editor).line());
    }

    @Test
    void text_zooms_with_keys_and_wheel(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "const a = 1;\n");
        fx.press(KeyCode.CONTROL, KeyCode.EQUALS);
        fx.wheel(editor, -2, KeyCode.CONTROL);
        assertEquals(15, FxThread.call(() -> editor.fontSizeProperty().get()));
        double height =
                FxThread.call(() -> fx.find(".syntax-keyword").getLayoutBounds().getHeight());
        fx.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(
                CodeEditor.NORMAL_FONT_SIZE,
                FxThread.call(() -> editor.fontSizeProperty().get()));
        assertTrue(
                FxThread.call(() -> fx.find(".syntax-keyword").getLayoutBounds().getHeight()) < height);
    }

    @Test
    void marks_and_problems_move_with_the_text(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "one();\ntwo();\nthree();\n");
        List<Integer> clicked = new ArrayList<>();
        FxThread.run(() -> {
            editor.setMarks("findings", List.of(GutterMark.of(2, Icons.DANGLING, "Never awaited")));
            editor.setProblems(
                    "findings", List.of(new Problem(TextRange.wordAt(2, 1), Severity.WARNING, "Never awaited")));
            editor.setOnGutterClicked(clicked::add);
        });
        fx.type("\n\n");
        Node mark = fx.find(".gutter-mark");
        assertEquals("4", number(mark));
        assertEquals(List.of("two"), underlined(fx));
        fx.click(mark);
        assertEquals(List.of(4), clicked);
        fx.press(KeyCode.CONTROL, KeyCode.Z);
        fx.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("2", number(fx.find(".gutter-mark")));
        FxThread.run(() -> editor.setMarks("findings", List.of()));
        FxThread.run(() -> editor.setProblems("findings", List.of()));
        FxThread.frames(2);
        assertFalse(fx.shows(".gutter-mark"));
        assertEquals(List.of(), underlined(fx));
    }

    private static String number(Node mark) {
        return FxThread.call(
                () -> ((javafx.scene.text.Text) mark.getParent().getParent().lookup(".line-number")).getText());
    }

    private static List<String> underlined(FxDriver fx) {
        return fx.all(".problem-warning").stream()
                .map(text -> ((javafx.scene.text.Text) text).getText())
                .toList();
    }

    @Test
    void brackets_are_matched_outside_strings(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "f(\")\", [1]);\n");
        FxThread.run(() -> editor.reveal(1, 3));
        FxThread.frames(2);
        assertEquals(2, fx.all(".bracket-match").size());
        FxThread.run(() -> editor.reveal(1, 5));
        FxThread.frames(2);
        assertEquals(0, fx.all(".bracket-match").size());
    }

    @Test
    void a_read_only_text_says_so_and_keeps_its_text(FxScene scene, FxDriver fx) {
        CodeEditor editor = FxThread.call(() -> new CodeEditor(Runnable::run, Platform::runLater));
        scene.show(600, 300, () -> editor, Theme.LIGHT::apply);
        FxThread.run(() -> {
            editor.open(new SourceText("a.ts", "one();\n", Optional.of("This file is read-only.")));
            editor.requestFocus();
        });
        fx.find("This file is read-only.");
        fx.type("x\t\n");
        fx.press(KeyCode.CONTROL, KeyCode.SLASH);
        fx.press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals("one();\n", FxThread.call(editor::text));
    }

    @Test
    void home_goes_to_the_code_first(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "    call();\n");
        fx.press(KeyCode.END);
        fx.press(KeyCode.HOME);
        assertEquals(5, caret(editor).column());
        fx.press(KeyCode.HOME);
        assertEquals(1, caret(editor).column());
        fx.press(KeyCode.SHIFT, KeyCode.HOME);
        assertEquals(new CaretPosition(1, 5, 4), caret(editor));
    }

    @Test
    void highlighted_lines_are_replaced(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "a\nb\nc\nd\n");
        FxThread.run(() -> editor.highlightLines(Set.of(1, 2, 99)));
        FxThread.frames(1);
        assertEquals(2, fx.all(".trace-line").size());
        FxThread.run(() -> editor.highlightLines(Set.of(3)));
        FxThread.frames(1);
        assertEquals(1, fx.all(".trace-line").size());
    }

    @Test
    void a_reload_keeps_the_caret_and_can_be_undone(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "one();\ntwo();\nthree();\n");
        FxThread.run(() -> editor.reveal(2, 4));
        FxThread.run(() -> editor.setMarks("findings", List.of(GutterMark.of(3, Icons.DANGLING, "Never awaited"))));
        FxThread.run(() -> editor.reload("one();\ntwo(2);\nthree();\n"));
        assertEquals("3", number(fx.find(".gutter-mark")));
        assertEquals(new CaretPosition(2, 4, 0), caret(editor));
        assertFalse(FxThread.call(() -> editor.dirtyProperty().get()));
        fx.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("one();\ntwo();\nthree();\n", FxThread.call(editor::text));
        assertTrue(FxThread.call(() -> editor.dirtyProperty().get()));
    }

    @Test
    void a_right_click_offers_what_can_be_done(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "a.ts", "one();\n");
        fx.press(KeyCode.CONTROL, KeyCode.A);
        fx.rightClick(fx.find(".syntax-function"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("editor-menu"));
        fx.click("Cut");
        assertEquals("", FxThread.call(editor::text));
        assertEquals("one();\n", fx.clipboard());
    }

    @Test
    void a_screen_reader_can_read_it(FxScene scene, FxDriver fx) {
        open(scene, "a.ts", "one();\n");
        Node area = fx.find(".styled-text-area");
        assertEquals(AccessibleRole.TEXT_AREA, FxThread.call(area::getAccessibleRole));
        assertEquals("Code editor, a.ts", FxThread.call(area::getAccessibleText));
        assertEquals("one();\n", FxThread.call(() -> area.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        assertEquals(0, FxThread.call(() -> area.queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET)));
    }

    @Test
    void json_and_markdown_have_colours(FxScene scene, FxDriver fx) {
        CodeEditor editor =
                open(scene, "package.json", "{\n  \"name\": \"shop\",\n  \"version\": 2,\n  \"private\": true\n}\n");
        assertEquals(3, fx.all(".syntax-property").size());
        Snapshot.save(scene.scene(), Snapshot.picture("editor-json"), 1);
        FxThread.run(() -> editor.open(SourceText.editable(
                "README.md",
                "# Shop\n\nRun `npm install`, see **docs** or [site](https://x.y).\n\n```ts\nrun();\n```\n")));
        FxThread.frames(2);
        assertEquals(1, fx.all(".syntax-keyword").size());
        Snapshot.save(scene.scene(), Snapshot.picture("editor-markdown"), 1);
    }
}
