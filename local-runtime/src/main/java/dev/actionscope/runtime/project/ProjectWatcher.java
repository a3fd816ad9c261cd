package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeEvent.EventType;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells when files of a project change. `node_modules` and folders whose names begin with a dot are left out; of
/// files whose names begin with a dot only `.env…` counts.
public final class ProjectWatcher implements AutoCloseable {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    private final Path root;
    private final Duration quiet;
    private final Consumer<Set<Path>> onChange;
    private final BlockingQueue<Path> changes = new LinkedBlockingQueue<>();
    private final DirectoryWatcher watcher;
    private volatile boolean isClosed;

    private ProjectWatcher(Path root, Duration quiet, Consumer<Set<Path>> onChange) throws IOException {
        this.root = root;
        this.quiet = quiet;
        this.onChange = onChange;
        this.watcher = DirectoryWatcher.builder()
                .path(root)
                .fileHashing(false)
                .fileTreeVisitor(this::visit)
                .listener(this::changed)
                .build();
    }

    /// Watches from now on.
    ///
    /// @param quiet how long no file may change before the changes are told; a second is the longest
    /// @param onChange gets the absolute paths that changed since it was last called, on a virtual thread, never
    ///     twice at once; the project's folder itself stands for "more than could be followed"
    public static ProjectWatcher open(Project project, Duration quiet, Consumer<Set<Path>> onChange)
            throws ProjectException {
        try {
            ProjectWatcher opened = new ProjectWatcher(project.root(), quiet, onChange);
            opened.watch();
            Thread.ofVirtual().name("project-changes").start(opened::tell);
            return opened;
        } catch (IOException e) {
            throw new ProjectException(
                    Code.UNWATCHABLE,
                    "Changes of " + project.root() + " cannot be watched (" + e.getMessage()
                            + "): raise the system's limit of watched files, or build by hand.",
                    e);
        }
    }

    /// The folders are being watched when this returns.
    private void watch() throws IOException {
        CompletableFuture<Void> watching = watcher.watchAsync(
                task -> Thread.ofVirtual().name("project-watcher").start(task));
        if (watching.isCompletedExceptionally()) {
            throw new IOException(String.valueOf(watching.exceptionNow().getMessage()), watching.exceptionNow());
        }
    }

    /// Ends it. A call of `onChange` that is going on is left to end by itself.
    @Override
    public void close() {
        isClosed = true;
        changes.add(root);
        try {
            watcher.close();
        } catch (IOException e) {
            System.getLogger(ProjectWatcher.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing the watcher of " + root, e);
        }
    }

    private void changed(DirectoryChangeEvent event) {
        Path path = event.path();
        if (event.eventType() == EventType.OVERFLOW || path == null) {
            changes.add(root);
        } else if ((!event.isDirectory() || event.eventType() == EventType.DELETE) && isWatched(path)) {
            changes.add(path);
        }
    }

    private boolean isWatched(Path path) {
        Path relative = root.relativize(path);
        for (Path folder = relative.getParent(); folder != null; folder = folder.getParent()) {
            if (isLeftOut(folder)) {
                return false;
            }
        }
        return !isLeftOut(relative) || relative.getFileName().toString().startsWith(".env");
    }

    private static boolean isLeftOut(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.equals("node_modules") || name.startsWith(".");
    }

    private void tell() {
        try {
            while (!isClosed) {
                Set<Path> batch = new TreeSet<>();
                long latest = 0;
                for (@Nullable Path change = changes.take();
                        change != null;
                        change = changes.poll(
                                Math.min(quiet.toNanos(), latest - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    if (batch.isEmpty()) {
                        latest = System.nanoTime() + LONGEST_DELAY.toNanos();
                    }
                    batch.add(change);
                }
                if (!isClosed) {
                    onChange.accept(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(Path start, FileTreeVisitor.Callback onFolder, FileTreeVisitor.Callback onFile)
            throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(root) && isLeftOut(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                onFolder.call(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                onFile.call(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
