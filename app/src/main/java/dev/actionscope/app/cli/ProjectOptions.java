package dev.actionscope.app.cli;

import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.session.HeadlessProject;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that reads a project.
final class ProjectOptions {
    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "The project (default: the nearest parent that holds one).")
    private Path project = Path.of("");

    @Option(names = "--trust", description = "Run a project that has not been trusted yet.")
    private boolean trust;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "interpreter (default) or optimising.",
            defaultValue = "interpreter")
    private String engine = "interpreter";

    @Nullable
    @Option(names = "--env-file", paramLabel = "FILE", description = "Environment variables, one NAME=VALUE a line.")
    Path envFile;

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "One environment variable; repeatable.")
    String[] env = {};

    /// Builds and analyses the project in this process.
    ///
    /// @param err hears of modules that could not be loaded
    /// @throws UserException with one line when there is none, it is not trusted, or it does not build
    HeadlessProject build(PrintWriter err) throws UserException {
        HeadlessProject project = HeadlessProject.build(
                new HeadlessProject.Options(
                        this.project,
                        trust,
                        engine,
                        envFile == null ? List.of() : List.of(envFile),
                        EnvironmentOptions.parse(env)),
                HostFolders.ofUser());
        for (Problem problem : project.problems()) {
            SourcePosition at = problem.position();
            err.println((at == null ? "" : at + ": ") + problem.message());
        }
        return project;
    }
}
