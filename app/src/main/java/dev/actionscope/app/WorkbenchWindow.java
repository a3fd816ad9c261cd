package dev.actionscope.app;

import dev.actionscope.app.cli.FunctionsText;
import dev.actionscope.app.cli.ResultText;
import dev.actionscope.app.workbench.WorkbenchPicture;
import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LimitProfile;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.HeadlessProject;
import dev.actionscope.runtime.session.HeadlessRun;
import dev.actionscope.runtime.session.Stubs;
import dev.actionscope.runtime.trace.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/// Opens the workbench; where there is no display, does what can be done without one.
final class WorkbenchWindow {
    private static final String EXAMPLE = "orders:checkout";

    private WorkbenchWindow() {}

    /// @param trusted whether the user says that the project is trusted
    /// @return the exit status
    static int open(@Nullable Path project, boolean trusted, PrintWriter out, PrintWriter err) {
        Display display = Display.find();
        if (display instanceof Display.Missing(String reason)) {
            err.println(reason);
            return withoutDisplay(project, trusted, out, err);
        }
        if (project != null && trusted) {
            WorkbenchMain.trust(project, HostFolders.ofUser());
        }
        Application.launch(WorkbenchMain.class, project == null ? new String[0] : new String[] {project.toString()});
        return 0;
    }

    private static int withoutDisplay(@Nullable Path project, boolean trusted, PrintWriter out, PrintWriter err) {
        Path sample = SampleProject.folder();
        Path folder = project != null ? project : sample != null ? sample : Path.of("");
        boolean isSample = sample != null && isSame(folder, sample);
        HeadlessProject.Options options =
                new HeadlessProject.Options(folder, trusted || isSample, "interpreter", List.of(), Map.of());
        try (HeadlessProject built = HeadlessProject.build(options, HostFolders.ofUser())) {
            RunResult run = sample != null && isSample ? example(built, sample) : null;
            out.println(run == null ? FunctionsText.of(built.code().analysis().functions()) : ResultText.of(run));
            out.flush();
            Path picture = Path.of("actionscope.png").toAbsolutePath();
            WorkbenchPicture.save(state(built), run, "dark", picture);
            out.println("A picture of the workbench: " + picture);
            return 0;
        } catch (UserException e) {
            err.println(e.line());
            return 2;
        } catch (IOException e) {
            err.println("No picture was saved: " + e.getMessage());
            return 2;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    private static RunResult example(HeadlessProject built, Path sample) throws UserException {
        RunSpec spec = new RunSpec(
                built.code().function(EXAMPLE),
                SampleProject.arguments(sample),
                null,
                Map.of(),
                LimitProfile.CLOUD,
                Stubs.of(sample.resolve("stubs.json"), true),
                null);
        try (HeadlessRun run = built.start(spec, new DataLocation.InMemory(), null)) {
            return run.await();
        }
    }

    private static ProjectState state(HeadlessProject built) {
        BuiltProject code = built.code();
        return new ProjectState(
                code.project().root().toString(),
                code.project().name(),
                ProjectState.Stage.READY,
                code.project().functionsFolder(),
                code.analysis().functions(),
                built.problems(),
                "",
                false,
                0);
    }
}
