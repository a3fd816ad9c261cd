package dev.actionscope.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class SettingsStoreTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private SettingsStore store(Path place) {
        return new SettingsStore(place, Runnable::run, warnings::add);
    }

    @Test
    void settings_come_back_as_they_were_written() {
        Settings settings = Settings.DEFAULT
                .withTheme("light")
                .withEngine("optimising")
                .withWindow(new Settings.Window(10, 20, 1280, 800, true))
                .withDivider("main", 0.25)
                .withHidden("bottom", true)
                .withRecent("/a")
                .withRecent("/b")
                .withRecent("/a");
        store(folder.resolve("new")).write(settings);
        assertEquals(settings, store(folder.resolve("new")).readSettings());
        assertEquals(List.of("/a", "/b"), settings.recentProjects());
        assertTrue(warnings.isEmpty());
    }

    @Test
    void a_projects_memory_comes_back_and_others_are_not_touched() {
        ProjectMemory memory = ProjectMemory.EMPTY
                .withFiles(List.of("convex/a.ts", "convex/b.ts"), "convex/b.ts")
                .withFunction("a:run")
                .withArguments("a:run", JsonNodeFactory.instance.objectNode().put("x", 1))
                .withOptions(new ProjectMemory.Options("{}", "A=1", "stubs.json", "seed", false));
        store(folder).write(Path.of("/one"), memory);
        assertEquals(memory, store(folder).readProject(Path.of("/one")));
        assertEquals(ProjectMemory.EMPTY, store(folder).readProject(Path.of("/two")));
    }

    @Test
    void an_unreadable_file_is_set_aside_and_said_once() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"li");
        assertEquals(Settings.DEFAULT, store(folder).readSettings());
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains("settings.json"), warnings.getFirst());
        assertTrue(Files.exists(folder.resolve("settings.json.unreadable")));
        assertEquals(Settings.DEFAULT, store(folder).readSettings());
        assertEquals(1, warnings.size());
    }

    @Test
    void strange_values_fall_back_one_by_one() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"theme\":\"pink\",\"engine\":null,\"unknown\":1,\"recentProjects\":[\"/a\"]}");
        Settings read = store(folder).readSettings();
        assertEquals("dark", read.theme());
        assertEquals("interpreter", read.engine());
        assertEquals(Map.of(), read.dividers());
        assertEquals(List.of("/a"), read.recentProjects());
        assertTrue(warnings.isEmpty());
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_once_and_stops_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "a file where the folder should be");
        SettingsStore store = store(file);
        assertEquals(Settings.DEFAULT, store.readSettings());
        store.write(Settings.DEFAULT.withTheme("light"));
        store.write(Settings.DEFAULT);
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().startsWith("Settings cannot be saved to " + file), warnings.getFirst());
    }

    @Test
    void the_newest_value_wins_and_flush_writes_it() {
        List<Runnable> later = new ArrayList<>();
        SettingsStore store = new SettingsStore(folder, later::add, warnings::add);
        store.write(Settings.DEFAULT.withTheme("light"));
        store.write(Settings.DEFAULT.withTheme("dark").withEngine("optimising"));
        assertEquals(1, later.size());
        assertFalse(Files.exists(folder.resolve("settings.json")));
        store.flush();
        assertEquals("optimising", store(folder).readSettings().engine());
        later.forEach(Runnable::run);
        assertEquals("optimising", store(folder).readSettings().engine());
    }
}
