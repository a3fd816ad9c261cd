package dev.actionscope.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Theme;
import dev.actionscope.icons.Token;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class CodeEditorViewTest {
    private static CodeEditor shown(FxScene scene, Theme theme) {
        CodeEditor editor = FxThread.call(() -> new CodeEditor(Runnable::run, Platform::runLater));
        scene.show(980, 720, () -> editor, theme::apply);
        FxThread.run(() -> editor.open(SourceText.editable("orders.ts", Texts.orders())));
        return editor;
    }

    private static void decorate(CodeEditor editor) {
        editor.setMarks(
                "findings",
                List.of(
                        GutterMark.of(24, Icons.DANGLING, "This promise is never awaited"),
                        GutterMark.of(25, Icons.PROBLEM_INFO, "runAction from an action costs a second call"),
                        GutterMark.of(18, Icons.BREAKPOINT, "Breakpoint")));
        editor.setProblems(
                "findings",
                List.of(
                        new Problem(
                                new TextRange(24, 5, 24, 70),
                                Severity.WARNING,
                                "This promise is never awaited: the mutation may not run before the action ends."),
                        new Problem(
                                new TextRange(25, 29, 25, 38),
                                Severity.INFO,
                                "internal.rates.fetch runs in the same runtime: call it as a function instead."),
                        new Problem(TextRange.wordAt(23, 26), Severity.ERROR, "Expected 3 arguments, but got 2.")));
        editor.highlightLines(Set.of(15));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void an_action_with_marks_and_problems(Theme theme, FxScene scene, FxDriver fx) {
        String name = theme.name().toLowerCase(Locale.ROOT);
        CodeEditor editor = shown(scene, theme);
        FxThread.run(() -> decorate(editor));
        FxThread.run(() -> editor.reveal(22, 36));
        FxThread.waitUntil(
                "the flash to end",
                () -> scene.scene().getRoot().lookupAll(".flash-line").isEmpty());
        Snapshot.save(scene.scene(), Snapshot.picture("editor-" + name), 1);
        fx.press(KeyCode.CONTROL, KeyCode.F);
        fx.type("total");
        Snapshot.save(scene.scene(), Snapshot.picture("editor-find-" + name), 1);
        assertEquals(
                "3 of 7",
                FxThread.call(() ->
                        fx.find(".find-count", javafx.scene.control.Label.class).getText()));
        fx.press(KeyCode.ESCAPE);
        Text keyword = (Text) fx.find(".syntax-keyword");
        assertEquals(theme.palette().color(Token.SYNTAX_KEYWORD), FxThread.call(keyword::getFill));
    }

    @Test
    void typing_is_coloured_closed_indented_and_undone(FxScene scene, FxDriver fx) {
        CodeEditor editor = FxThread.call(() -> new CodeEditor(Runnable::run, Platform::runLater));
        scene.show(700, 300, () -> editor, Theme.DARK::apply);
        FxThread.run(() -> {
            editor.open(SourceText.editable("a.ts", ""));
            editor.requestFocus();
        });
        fx.type("if (a) {\nreturn \"b");
        assertEquals("if (a) {\n  return \"b\"\n}", FxThread.call(editor::text));
        assertTrue(FxThread.call(() -> editor.dirtyProperty().get()));
        assertTrue(fx.all(".syntax-keyword").size() >= 2);
        assertEquals(
                new CaretPosition(2, 12, 0),
                FxThread.call(() -> editor.caretProperty().get()));
        fx.press(KeyCode.CONTROL, KeyCode.SLASH);
        assertEquals("if (a) {\n  // return \"b\"\n}", FxThread.call(editor::text));
        fx.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("if (a) {\n  return \"b\"\n}", FxThread.call(editor::text));
        fx.press(KeyCode.ALT, KeyCode.UP);
        assertEquals("  return \"b\"\nif (a) {\n}", FxThread.call(editor::text));
        fx.press(KeyCode.SHIFT, KeyCode.ALT, KeyCode.DOWN);
        fx.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        assertEquals("  return \"b\"\nif (a) {\n}", FxThread.call(editor::text));
    }
}
