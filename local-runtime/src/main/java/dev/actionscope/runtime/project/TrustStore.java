package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Which folders the user trusts: code below them may run. Kept by real path in one file, so a link to a trusted
/// folder is trusted and a trusted link that now leads elsewhere is not.
public final class TrustStore {
    private static final JsonMapper MAPPER = new JsonMapper();
    private final Path file;

    private TrustStore(Path file) {
        this.file = file;
    }

    /// The store in that configuration folder. Nothing is read or made yet.
    public static TrustStore in(Path configurationFolder) {
        return new TrustStore(configurationFolder.resolve("trusted-folders.json"));
    }

    /// Whether that folder or one above it is trusted.
    public boolean isTrusted(Path folder) throws ProjectException {
        Path real = realPath(folder);
        for (String trusted : read()) {
            if (real.startsWith(Path.of(trusted))) {
                return true;
            }
        }
        return false;
    }

    /// Trusts a folder and all below it, from now on.
    public synchronized void trust(Path folder) throws ProjectException {
        Set<String> folders = read();
        if (folders.add(realPath(folder).toString())) {
            write(folders);
        }
    }

    /// Trusts a folder no longer. One above it may still be trusted.
    public synchronized void forget(Path folder) throws ProjectException {
        Set<String> folders = read();
        if (folders.remove(realPath(folder).toString())) {
            write(folders);
        }
    }

    private Set<String> read() throws ProjectException {
        Set<String> folders = new TreeSet<>();
        try {
            for (JsonNode folder : MAPPER.readTree(Files.readString(file))) {
                if (folder.isString()) {
                    folders.add(folder.stringValue());
                }
            }
        } catch (NoSuchFileException e) {
            return folders;
        } catch (IOException | JacksonException e) {
            throw new ProjectException(
                    Code.TRUST_FILE,
                    "The list of trusted folders " + file + " cannot be read: correct it or remove it.",
                    e);
        }
        return folders;
    }

    private void write(Set<String> folders) throws ProjectException {
        ArrayNode content = MAPPER.createArrayNode();
        folders.forEach(content::add);
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "trusted-folders", ".tmp");
            try {
                Files.writeString(fresh, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new ProjectException(
                    Code.TRUST_FILE,
                    "The list of trusted folders " + file + " cannot be written: make " + folder + " writable.",
                    e);
        }
    }

    private static Path realPath(Path folder) throws ProjectException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new ProjectException(
                    Code.NOT_A_FOLDER, folder.toAbsolutePath() + " does not exist or cannot be read.", e);
        }
    }
}
