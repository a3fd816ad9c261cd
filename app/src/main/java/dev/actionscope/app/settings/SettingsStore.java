package dev.actionscope.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The settings as JSON files in one folder. Nothing about these files ever prevents a start: what cannot be read is
/// set aside and replaced by defaults, what cannot be written is said once.
///
/// Reading blocks; writing happens on the given executor, newest value wins.
public final class SettingsStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path folder;
    private final Executor background;
    private final Consumer<String> warn;
    private final Map<Path, Object> unwritten = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean hasWarned;

    /// @param folder made when the first file is written
    /// @param warn hears one line when a file cannot be read or written, on any thread
    public SettingsStore(Path folder, Executor background, Consumer<String> warn) {
        this.folder = folder;
        this.background = background;
        this.warn = warn;
    }

    /// The stored settings, or the defaults.
    public Settings readSettings() {
        return read(folder.resolve("settings.json"), Settings.class, Settings.DEFAULT);
    }

    /// What is remembered of the project, or nothing.
    public ProjectMemory readProject(Path project) {
        return read(fileOf(project), ProjectMemory.class, ProjectMemory.EMPTY);
    }

    /// Stores the settings soon.
    public void write(Settings settings) {
        store(folder.resolve("settings.json"), settings);
    }

    /// Stores what is remembered of a project soon.
    public void write(Path project, ProjectMemory memory) {
        store(fileOf(project), memory);
    }

    /// Writes now what is not yet written, and waits for what is being written.
    public void flush() {
        writing.lock();
        try {
            unwritten.keySet().forEach(this::writeNewest);
        } finally {
            writing.unlock();
        }
    }

    private <T> T read(Path file, Class<T> type, T whenAbsent) {
        try {
            if (!Files.exists(file)) {
                return whenAbsent;
            }
            @Nullable T value = JSON.readValue(Files.readAllBytes(file), type);
            if (value != null) {
                return value;
            }
        } catch (IOException | JacksonException e) {
            Path aside = setAside(file);
            warn.accept("Settings in " + file + " could not be read, so defaults are used"
                    + (aside == null ? "." : "; the old file is " + aside.getFileName() + "."));
        }
        return whenAbsent;
    }

    private static @Nullable Path setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return null;
        }
    }

    private void store(Path file, Object value) {
        if (unwritten.put(file, value) == null) {
            background.execute(() -> writeNewest(file));
        }
    }

    private void writeNewest(Path file) {
        writing.lock();
        try {
            Object value = unwritten.remove(file);
            if (value != null) {
                writeSafely(file, JSON.writeValueAsBytes(value));
            }
        } catch (IOException e) {
            if (!hasWarned) {
                hasWarned = true;
                warn.accept("Settings cannot be saved to " + folder + ": " + e.getMessage()
                        + ". Make the folder writable to keep them.");
            }
        } finally {
            writing.unlock();
        }
    }

    private static void writeSafely(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path fileOf(Path project) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(project.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve("projects").resolve(HexFormat.of().formatHex(hash, 0, 8) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
