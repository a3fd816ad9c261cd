package dev.actionscope.editor.tabs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    @Test
    void line_breaks_and_byte_order_marks_survive() throws IOException {
        Path file = folder.resolve("a.ts");
        Files.writeString(file, "\ufeffone\r\ntwo\r\n");
        FileContent.Text read = assertInstanceOf(FileContent.Text.class, TextFiles.read(file));
        assertEquals("one\ntwo\n", read.text());
        assertInstanceOf(SaveOutcome.Saved.class, TextFiles.save(file, read, read.with("one\n2\n")));
        assertEquals("\ufeffone\r\n2\r\n", Files.readString(file));
    }

    @Test
    void permissions_and_links_survive_and_nothing_is_left_beside() throws IOException {
        Path file = folder.resolve("a.sh");
        Files.writeString(file, "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("link.sh"), file);
        FileContent.Text read = assertInstanceOf(FileContent.Text.class, TextFiles.read(link));
        assertInstanceOf(SaveOutcome.Saved.class, TextFiles.save(link, read, read.with("two")));
        assertEquals("two", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void a_change_that_somebody_else_made_is_not_overwritten() throws IOException {
        Path file = folder.resolve("a.ts");
        Files.writeString(file, "one");
        FileContent.Text read = assertInstanceOf(FileContent.Text.class, TextFiles.read(file));
        Files.writeString(file, "theirs");
        assertInstanceOf(SaveOutcome.ChangedOnDisk.class, TextFiles.save(file, read, read.with("mine")));
        assertEquals("theirs", Files.readString(file));
        Files.delete(file);
        assertInstanceOf(SaveOutcome.Saved.class, TextFiles.save(file, read, read.with("mine")));
    }

    @Test
    void what_is_not_text_is_said_to_be_so() throws IOException {
        Path file = folder.resolve("a.bin");
        Files.write(file, new byte[] {1, 0, 2});
        assertEquals(new FileContent.NotText("This is a binary file."), TextFiles.read(file));
        Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});
        assertEquals(new FileContent.NotText("This file is not text in UTF-8."), TextFiles.read(file));
        assertInstanceOf(FileContent.Missing.class, TextFiles.read(folder.resolve("none")));
        assertInstanceOf(FileContent.NotText.class, TextFiles.read(folder));
        FileContent.Text text = new FileContent.Text("x", "\n", false, true);
        SaveOutcome.Failed failed = assertInstanceOf(
                SaveOutcome.Failed.class, TextFiles.overwrite(folder.resolve("no/such/folder/a.ts"), text));
        assertEquals("a.ts cannot be saved: its folder does not exist.", failed.reason());
    }
}
