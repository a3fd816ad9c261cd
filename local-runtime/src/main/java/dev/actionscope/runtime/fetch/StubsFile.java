package dev.actionscope.runtime.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// A stubs file (`--stubs FILE`), read again when it has changed. Thread-safe.
public final class StubsFile {
    private final Path path;
    private Content content;

    private StubsFile(Path path) throws StubsException {
        this.path = path;
        this.content = read();
    }

    /// Opens and reads it.
    ///
    /// @throws StubsException when it is not there or not well-formed
    public static StubsFile open(Path path) throws StubsException {
        return new StubsFile(path.toAbsolutePath().normalize());
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// How many entries it has now.
    public int size() throws StubsException {
        return stubs().size();
    }

    /// Its entries as they stand now; the same list until the file changes.
    synchronized List<Stub> stubs() throws StubsException {
        if (!content.version.equals(version())) {
            content = read();
        }
        return content.stubs;
    }

    private Content read() throws StubsException {
        Version version = version();
        try {
            return new Content(version, StubsReader.read(path, Files.readString(path)));
        } catch (IOException failure) {
            throw new StubsException(path, 1, "cannot be read: " + failure.getMessage());
        }
    }

    private Version version() throws StubsException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        } catch (NoSuchFileException missing) {
            throw new StubsException(path, 1, "there is no such stubs file");
        } catch (IOException failure) {
            throw new StubsException(path, 1, "cannot be read: " + failure.getMessage());
        }
    }

    private record Version(FileTime modified, long size) {}

    private record Content(Version version, List<Stub> stubs) {}
}
