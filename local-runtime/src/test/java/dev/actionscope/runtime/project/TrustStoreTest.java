package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    @TempDir
    Path folder;

    private Path project;
    private TrustStore store;

    @BeforeEach
    void make_a_project() throws Exception {
        project = Files.createDirectories(folder.resolve("work/project"));
        store = TrustStore.in(folder.resolve("config/deep"));
    }

    @Test
    void nothing_is_trusted_until_the_user_says_so() throws Exception {
        assertFalse(store.isTrusted(project));
        store.trust(project);
        assertTrue(store.isTrusted(project));
        assertTrue(TrustStore.in(folder.resolve("config/deep")).isTrusted(project));
        store.forget(project);
        assertFalse(store.isTrusted(project));
    }

    @Test
    void trusting_a_folder_trusts_those_below_it_and_no_others() throws Exception {
        store.trust(folder.resolve("work"));
        Path sibling = Files.createDirectories(folder.resolve("work-too"));
        assertTrue(store.isTrusted(project));
        assertFalse(store.isTrusted(sibling));
        assertFalse(store.isTrusted(folder));
    }

    @Test
    void a_link_is_as_trusted_as_what_it_leads_to() throws Exception {
        store.trust(project);
        Path link = Files.createSymbolicLink(folder.resolve("link"), project);
        assertTrue(store.isTrusted(link));
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertFalse(store.isTrusted(link));
    }

    @Test
    void a_broken_file_is_named() throws Exception {
        store.trust(project);
        Path file = folder.resolve("config/deep/trusted-folders.json");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
        Files.writeString(file, "[\"/a");
        ProjectException e = assertThrows(ProjectException.class, () -> store.isTrusted(project));
        assertTrue(e.getMessage().contains(file + " cannot be read"), e.getMessage());
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        ProjectException e = assertThrows(
                ProjectException.class, () -> TrustStore.in(notAFolder).trust(project));
        assertEquals(ProjectException.Code.TRUST_FILE, e.code());
        assertTrue(e.getMessage().contains("trusted-folders.json"), e.getMessage());
    }
}
