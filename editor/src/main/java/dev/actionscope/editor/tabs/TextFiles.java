package dev.actionscope.editor.tabs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Reads and writes text files. Blocks: for background threads.
final class TextFiles {
    private static final long LARGEST = 50_000_000;

    private TextFiles() {}

    static FileContent read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return new FileContent.NotText(file.getFileName() + " is a folder.");
            }
            if (Files.size(file) > LARGEST) {
                return new FileContent.NotText("This file is larger than 50 MB.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return decode(bytes, Files.isWritable(file));
        } catch (NoSuchFileException missing) {
            return new FileContent.Missing();
        } catch (IOException failure) {
            return new FileContent.NotText(file.getFileName() + " cannot be read: " + reason(failure));
        }
    }

    private static FileContent decode(byte[] bytes, boolean writable) {
        String raw;
        try {
            raw = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return new FileContent.NotText("This file is not text in UTF-8.");
        }
        if (raw.indexOf('\0') >= 0) {
            return new FileContent.NotText("This is a binary file.");
        }
        boolean mark = raw.startsWith("\ufeff");
        String text = mark ? raw.substring(1) : raw;
        boolean windows = text.contains("\r\n");
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return new FileContent.Text(lines, windows ? "\r\n" : "\n", mark, writable);
    }

    /// Writes the whole file or nothing: into a new file beside it, which then takes its place.
    ///
    /// @param expected what the file held when it was opened; anything else on disk is not overwritten
    static SaveOutcome save(Path file, FileContent.Text expected, FileContent.Text content) {
        return switch (read(file)) {
            case FileContent.Text now when !now.text().equals(expected.text()) -> new SaveOutcome.ChangedOnDisk();
            case FileContent.NotText changed -> new SaveOutcome.ChangedOnDisk();
            case FileContent.Text unchanged -> overwrite(file, content);
            case FileContent.Missing missing -> overwrite(file, content);
        };
    }

    /// As [#save], whatever the file holds now.
    static SaveOutcome overwrite(Path file, FileContent.Text content) {
        byte[] bytes = content.encoded().getBytes(StandardCharsets.UTF_8);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file;
            if (Files.exists(target) && !Files.isWritable(target)) {
                return new SaveOutcome.Failed(file.getFileName() + " is read-only.");
            }
            write(target, bytes);
            return new SaveOutcome.Saved(content);
        } catch (IOException failure) {
            return new SaveOutcome.Failed(file.getFileName() + " cannot be saved: " + reason(failure));
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Path fresh;
        try {
            fresh = Files.createTempFile(target.toAbsolutePath().getParent(), ".", ".saving");
        } catch (AccessDeniedException folderIsReadOnly) {
            Files.write(target, bytes);
            return;
        }
        try {
            Files.write(fresh, bytes);
            copyPermissions(target, fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException unsupported) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    Files.exists(from)
                            ? Files.getPosixFilePermissions(from)
                            : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied.";
            case NoSuchFileException missing -> "its folder does not exist.";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
