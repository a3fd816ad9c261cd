package dev.actionscope.editor.tabs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.actionscope.editor.CodeEditor;
import dev.actionscope.editor.GutterMark;
import dev.actionscope.editor.Problem;
import dev.actionscope.editor.Severity;
import dev.actionscope.editor.TextRange;
import dev.actionscope.editor.Texts;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.Theme;
import dev.actionscope.viewtesting.FxDriver;
import dev.actionscope.viewtesting.FxExtension;
import dev.actionscope.viewtesting.FxScene;
import dev.actionscope.viewtesting.FxThread;
import dev.actionscope.viewtesting.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class EditorTabsViewTest {
    @TempDir
    Path folder;

    private Path orders = Path.of("");
    private Path settings = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Path convex = Files.createDirectories(folder.resolve("convex"));
        orders = Files.writeString(convex.resolve("orders.ts"), Texts.orders());
        settings = Files.writeString(folder.resolve("convex.json"), "{\n  \"functions\": \"convex/\"\n}\n");
        Files.writeString(convex.resolve("mail.ts"), "export const SENDER = \"shop@example.com\";\n");
    }

    private EditorTabs shown(FxScene scene, Theme theme) {
        EditorTabs tabs =
                FxThread.call(() -> new EditorTabs(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater));
        scene.show(980, 640, () -> tabs, theme::apply);
        FxThread.run(() -> tabs.setRoot(folder));
        return tabs;
    }

    private static CodeEditor open(EditorTabs tabs, Path file) {
        FxThread.run(() -> tabs.open(file));
        FxThread.waitUntil(
                file + " to be shown", () -> tabs.selectedFileProperty().get().equals(Optional.of(file)));
        FxThread.frames(2);
        return FxThread.call(() -> tabs.editor(file).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void several_files_with_marks(Theme theme, FxScene scene, FxDriver fx) {
        EditorTabs tabs = shown(scene, theme);
        String name = theme.name().toLowerCase(Locale.ROOT);
        Snapshot.save(scene.scene(), Snapshot.picture("tabs-empty-" + name), 1);
        FxThread.run(() -> {
            tabs.setMarks(orders, "findings", List.of(GutterMark.of(24, Icons.DANGLING, "Never awaited")));
            tabs.setProblems(
                    orders,
                    "findings",
                    List.of(new Problem(
                            new TextRange(24, 5, 24, 70),
                            Severity.WARNING,
                            "This promise is never awaited: the mutation may not run before the action ends.")));
            tabs.highlightLines(Map.of(orders, Set.of(15)));
        });
        open(tabs, settings);
        open(tabs, folder.resolve("convex/mail.ts"));
        fx.type("// ");
        FxThread.run(() -> tabs.open(orders, 19, 14));
        FxThread.waitUntil("orders.ts", () -> fx.shows("handler"));
        FxThread.waitUntil(
                "the flash to end",
                () -> scene.scene().getRoot().lookupAll(".flash-line").isEmpty());
        fx.hover(fx.find(".problem-warning"));
        FxThread.waitUntil("the message", () -> fx.shows(".problem-message"));
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("tabs-" + name));
        assertEquals(List.of("convex", "orders.ts", "place", "handler"), crumbs(fx));
        assertEquals(1, fx.all(".gutter-mark").size());
        assertEquals(1, fx.all(".paragraph-text.trace-line").size());
    }

    private static List<String> crumbs(FxDriver fx) {
        return FxThread.call(() -> fx.find(".breadcrumb").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void edits_are_saved_whole_and_dirty_tabs_show_it(FxScene scene, FxDriver fx) throws IOException {
        EditorTabs tabs = shown(scene, Theme.DARK);
        CodeEditor editor = open(tabs, settings);
        fx.hover(editor);
        fx.type("x");
        assertTrue(FxThread.call(() -> editor.dirtyProperty().get()));
        assertTrue(fx.shows(".dirty-dot"));
        fx.press(KeyCode.CONTROL, KeyCode.S);
        FxThread.waitUntil("the file to be saved", () -> !editor.dirtyProperty().get());
        assertEquals("x{\n  \"functions\": \"convex/\"\n}\n", Files.readString(settings));
        assertFalse(fx.shows(".dirty-dot"));
        fx.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("{\n  \"functions\": \"convex/\"\n}\n", FxThread.call(editor::text));
        assertTrue(FxThread.call(() -> editor.dirtyProperty().get()));
    }

    @Test
    void tabs_are_switched_closed_and_reopened_by_keys_and_mouse(FxScene scene, FxDriver fx) {
        EditorTabs tabs = shown(scene, Theme.DARK);
        open(tabs, settings);
        open(tabs, orders);
        fx.press(KeyCode.CONTROL, KeyCode.TAB);
        assertEquals(
                Optional.of(settings),
                FxThread.call(() -> tabs.selectedFileProperty().get()));
        fx.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(
                Optional.of(orders),
                FxThread.call(() -> tabs.selectedFileProperty().get()));
        fx.press(KeyCode.CONTROL, KeyCode.W);
        assertEquals(List.of(settings), FxThread.call(() -> List.copyOf(tabs.openFiles())));
        fx.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        FxThread.waitUntil("the tab to come back", () -> tabs.openFiles().size() == 2);
        fx.middleClick(fx.find("convex.json"));
        assertEquals(List.of(orders), FxThread.call(() -> List.copyOf(tabs.openFiles())));
        fx.click(".tab-close");
        assertTrue(fx.shows("No file is open"));
    }

    @Test
    void closing_asks_about_unsaved_edits(FxScene scene, FxDriver fx) throws IOException {
        EditorTabs tabs = shown(scene, Theme.DARK);
        open(tabs, settings);
        fx.type("x");
        fx.press(KeyCode.CONTROL, KeyCode.W);
        Snapshot.saveVisible(scene.scene(), Snapshot.picture("tabs-unsaved-dark"));
        fx.click("Cancel");
        assertEquals(1, FxThread.call(() -> tabs.openFiles().size()));
        FxThread.run(() -> tabs.setUnsavedChanges((file, answer) -> answer.accept(UnsavedChanges.Choice.SAVE)));
        FxThread.run(tabs::closeSelected);
        FxThread.waitUntil("the tab to close", () -> tabs.openFiles().isEmpty());
        assertTrue(Files.readString(settings).startsWith("x{"));
    }

    @Test
    void a_change_on_disk_is_taken_or_asked_about(FxScene scene, FxDriver fx) {
        EditorTabs tabs = shown(scene, Theme.DARK);
        CodeEditor editor = open(tabs, settings);
        write(settings, "{}\n");
        FxThread.run(() -> tabs.fileChanged(settings));
        FxThread.waitUntil("the change to be taken", () -> editor.text().equals("{}\n"));
        assertFalse(FxThread.call(() -> editor.dirtyProperty().get()));
        fx.type("x");
        write(settings, "{ \"a\": 1 }\n");
        FxThread.run(() -> tabs.fileChanged(settings));
        FxThread.waitUntil("the question", () -> fx.shows("Overwrite it with mine"));
        Snapshot.save(scene.scene(), Snapshot.picture("tabs-conflict-dark"), 1);
        fx.click("Take the file from disk");
        FxThread.waitUntil("the change to be taken", () -> editor.text().equals("{ \"a\": 1 }\n"));
        assertFalse(fx.shows("Overwrite it with mine"));
    }

    @Test
    void what_cannot_be_shown_is_said(FxScene scene, FxDriver fx) throws IOException {
        EditorTabs tabs = shown(scene, Theme.DARK);
        Path binary = Files.write(folder.resolve("logo.png"), new byte[] {0, 1, 2});
        FxThread.run(() -> tabs.open(binary));
        fx.find("This is a binary file.");
        assertEquals(0, FxThread.call(() -> tabs.openFiles().size()));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
