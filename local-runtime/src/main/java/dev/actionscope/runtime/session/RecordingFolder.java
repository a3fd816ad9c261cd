package dev.actionscope.runtime.session;

import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.recording.RecordingHead;
import dev.actionscope.runtime.recording.RecordingReader;
import dev.actionscope.runtime.recording.RecordingWriter;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a project's recordings are kept.
final class RecordingFolder {
    private static final String EXTENSION = ".ascope";
    private static final int MOST_LISTED = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final Path folder;
    private final AtomicInteger lastNumber = new AtomicInteger();

    RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /// Unique among the project's runs, and in order of time.
    String newRunId() {
        return TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + "-" + lastNumber.incrementAndGet();
    }

    /// A new recording; null when none can be made there, which must not keep the run from running.
    @Nullable
    RecordingWriter create(String runId, RunSpec spec, BuiltProject code, String engine) {
        String name = spec.function().path().replaceAll("[^A-Za-z0-9_-]", "_");
        try {
            return write(folder.resolve(runId + "-" + name + EXTENSION), runId, spec, code, engine);
        } catch (UserException e) {
            System.getLogger(RecordingFolder.class.getName()).log(System.Logger.Level.WARNING, e.line());
            return null;
        }
    }

    /// A recording in a file of the user's choice.
    static RecordingWriter write(Path file, String runId, RunSpec spec, BuiltProject code, String engine)
            throws UserException {
        boolean inNode = spec.function().environment() == dev.actionscope.runtime.bundle.BundledModule.Environment.NODE;
        try {
            return RecordingWriter.create(
                    file,
                    new RecordingHead(
                            runId,
                            spec.function().path(),
                            spec.function().kind().spanKind().id(),
                            inNode ? "node" : "convex",
                            inNode ? "node" : engine,
                            spec.arguments(),
                            System.currentTimeMillis(),
                            code.bundle().hash()));
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /// What is there, newest first.
    List<RunSummary> list() throws UserException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newest = files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted(Comparator.reverseOrder())
                    .limit(MOST_LISTED)
                    .toList();
            List<RunSummary> summaries = new ArrayList<>();
            for (Path file : newest) {
                summarise(file, summaries);
            }
            return summaries;
        } catch (IOException e) {
            throw new UserException("The recordings in " + folder + " cannot be listed: " + e.getMessage() + ".", e);
        }
    }

    private static void summarise(Path file, List<RunSummary> summaries) {
        try (RecordingReader reader = RecordingReader.open(file)) {
            RecordingHead head = reader.head();
            RecordingReader.Totals totals = reader.totals();
            summaries.add(new RunSummary(
                    head.runId(),
                    head.function(),
                    totals.status(),
                    head.startedAtMillis(),
                    totals.durationNanos(),
                    totals.spanCount(),
                    totals.findingCount(),
                    file.toString()));
        } catch (IOException e) {
            System.getLogger(RecordingFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "not listed: {0}", e.getMessage());
        }
    }
}
