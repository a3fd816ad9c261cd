package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.DatabaseException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to be the only one that uses a database's directory; the operating system gives it back when the process
/// ends, however it ends.
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock acquire(Path directory) throws DatabaseException {
        FileChannel channel;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(
                    directory.resolve("database.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException denied) {
            throw new DatabaseException(
                    Problem.NOT_WRITABLE,
                    "The database in " + directory + " cannot be opened: the directory is not writable. Make it"
                            + " writable or choose another one.",
                    denied);
        }
        FileLock lock = tryLock(channel);
        if (lock == null) {
            close(channel);
            throw new DatabaseException(
                    Problem.IN_USE,
                    "The database in " + directory + " is in use by another instance. Close that one first.",
                    null);
        }
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException | IOException held) {
            return null;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
