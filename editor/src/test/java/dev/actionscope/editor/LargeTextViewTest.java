package dev.actionscope.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.icons.Theme;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class LargeTextViewTest {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<CodeEditor> editors = new ArrayList<>();

    @AfterEach
    void stop() {
        FxThread.run(() -> editors.forEach(CodeEditor::close));
        background.shutdownNow();
    }

    private CodeEditor open(FxScene scene, String name, String text) {
        CodeEditor editor = FxThread.call(() -> new CodeEditor(background, Platform::runLater));
        editors.add(editor);
        scene.show(900, 500, () -> editor, Theme.DARK::apply);
        FxThread.run(() -> {
            editor.open(SourceText.editable(name, text));
            editor.requestFocus();
        });
        return editor;
    }

    @Test
    void fifty_thousand_lines_are_coloured_where_one_looks_and_typed_into(FxScene scene, FxDriver fx) {
        String text = "export const value = await call(\"argument\", 42);\n".repeat(50_000);
        CodeEditor editor = open(scene, "large.ts", text);
        FxThread.waitUntil("colours at the top", Duration.ofSeconds(20), () -> fx.shows(".syntax-keyword"));
        FxThread.run(() -> editor.reveal(49_990, 1));
        FxThread.waitUntil("colours at the end", () -> fx.all(".syntax-keyword").size() > 20);
        long start = System.nanoTime();
        fx.type("const a = 1;");
        Duration typing = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(FxThread.call(editor::text).contains("const a = 1;export const value"));
        assertTrue(typing.toSeconds() < 10, "12 keys took " + typing);
        FxThread.waitUntil(
                "colours of what was typed",
                () -> fx.all(".syntax-keyword").size() > 20
                        && FxThread.call(() -> editor.caretProperty().get().column()) == 13);
    }

    @Test
    void more_than_five_million_characters_are_plain_and_read_only(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "huge.ts", "const a = 1;\n".repeat(400_000));
        assertFalse(FxThread.call(editor::isEditable));
        fx.find("This file is larger than 5 million characters: shown plain and read-only.");
        fx.type("x");
        assertFalse(FxThread.call(() -> editor.dirtyProperty().get()));
        assertFalse(fx.shows(".syntax-keyword"));
    }

    @Test
    void very_long_lines_are_broken_up_and_read_only(FxScene scene, FxDriver fx) {
        CodeEditor editor = open(scene, "bundle.js", "a".repeat(25_000) + "\nb\n");
        assertFalse(FxThread.call(editor::isEditable));
        fx.find("Some lines are longer than 20,000 characters: shown broken up, plain and read-only.");
        assertEquals(25_003 + 24, FxThread.call(() -> editor.text().length()));
    }
}
