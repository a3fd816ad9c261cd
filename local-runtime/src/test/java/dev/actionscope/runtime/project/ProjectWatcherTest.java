package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectWatcherTest {
    private static final Duration QUIET = Duration.ofMillis(50);

    @TempDir
    Path temporary;

    private Path root;
    private Project project;
    private final BlockingQueue<Set<Path>> batches = new LinkedBlockingQueue<>();

    @BeforeEach
    void make_a_project() throws Exception {
        root = temporary.toRealPath();
        Files.createDirectories(root.resolve("convex/dir"));
        Files.createDirectories(root.resolve("node_modules/x"));
        Files.createDirectories(root.resolve(".git"));
        project = Project.open(root);
    }

    @Test
    void changes_arrive_together_and_left_out_folders_are_silent() throws Exception {
        try (var _ = ProjectWatcher.open(project, QUIET, batches::add)) {
            Files.writeString(root.resolve("node_modules/x/a.js"), "1");
            Files.writeString(root.resolve(".git/HEAD"), "1");
            Files.writeString(root.resolve(".swp"), "1");
            Files.writeString(root.resolve("convex/dir/a.ts"), "1");
            Files.writeString(root.resolve("convex/b.ts"), "1");
            Files.writeString(root.resolve(".env.local"), "A=1");
            Set<Path> wanted =
                    Set.of(root.resolve("convex/dir/a.ts"), root.resolve("convex/b.ts"), root.resolve(".env.local"));
            assertEquals(wanted, collect(wanted));
        }
    }

    @Test
    void files_in_new_folders_and_deleted_files_are_told() throws Exception {
        Files.writeString(root.resolve("convex/old.ts"), "1");
        try (var _ = ProjectWatcher.open(project, QUIET, batches::add)) {
            Files.createDirectories(root.resolve("convex/new/deep"));
            Files.writeString(root.resolve("convex/new/deep/a.ts"), "1");
            Files.delete(root.resolve("convex/old.ts"));
            Set<Path> wanted = Set.of(root.resolve("convex/new/deep/a.ts"), root.resolve("convex/old.ts"));
            assertTrue(collect(wanted).containsAll(wanted));
        }
    }

    @Test
    void after_closing_nothing_is_told() throws Exception {
        try (var _ = ProjectWatcher.open(project, QUIET, batches::add)) {
            Files.writeString(root.resolve("convex/a.ts"), "1");
            collect(Set.of(root.resolve("convex/a.ts")));
        }
        Files.writeString(root.resolve("convex/b.ts"), "1");
        assertNull(batches.poll(300, TimeUnit.MILLISECONDS));
    }

    private Set<Path> collect(Set<Path> wanted) throws InterruptedException {
        Set<Path> seen = new HashSet<>();
        while (!seen.containsAll(wanted)) {
            seen.addAll(Objects.requireNonNull(batches.poll(20, TimeUnit.SECONDS), "no change was told: " + seen));
        }
        return seen;
    }
}
