package dev.actionscope.runtime.session;

import dev.actionscope.runtime.host.HostFolders;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.project.PackageState;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectEnvironment;
import dev.actionscope.runtime.project.ProjectException;
import dev.actionscope.runtime.project.TrustStore;
import dev.actionscope.runtime.recording.RecordingWriter;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LocalDeployment;
import dev.actionscope.runtime.run.RunSpec;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A project built once, in this process, for the command line.
public final class HeadlessProject implements AutoCloseable {
    private final Engines engines;
    private final ProjectCode code;
    private final BuiltProject built;
    private final List<Problem> problems;
    private final HostFolders folders;

    private HeadlessProject(
            Engines engines, ProjectCode code, BuiltProject built, List<Problem> problems, HostFolders folders) {
        this.engines = engines;
        this.code = code;
        this.built = built;
        this.problems = List.copyOf(problems);
        this.folders = folders;
    }

    /// Which project, and how.
    ///
    /// @param folder the project, or a folder in it
    /// @param trusted whether the user trusts it, whatever was said before
    /// @param envFiles environment files
    /// @param environment variables that win over all files
    public record Options(
            Path folder, boolean trusted, String engine, List<Path> envFiles, Map<String, String> environment) {
        public Options {
            envFiles = List.copyOf(envFiles);
            environment = Map.copyOf(environment);
        }
    }

    /// Finds, builds and analyses the project.
    ///
    /// @throws UserException when there is none, it is not trusted, its packages are missing, or it does not build
    public static HeadlessProject build(Options options, HostFolders folders) throws UserException {
        try {
            Project project = Project.find(options.folder());
            if (!options.trusted() && !TrustStore.in(folders.config()).isTrusted(project.root())) {
                throw new UserException("The project " + project.root()
                        + " has not been trusted yet, and this would run its code: add --trust if you trust it.");
            }
            if (PackageState.of(project) instanceof PackageState.Missing missing) {
                throw new UserException(missing.message());
            }
            Map<String, String> environment =
                    ProjectEnvironment.read(project, options.envFiles(), options.environment());
            Engines engines = Engines.open(options.engine());
            ProjectCode code = new ProjectCode(project, engines.isolates(), engines.node());
            ProjectCode.Result result = code.build(environment);
            BuiltProject built = result.built();
            if (built == null) {
                code.close();
                engines.close();
                throw new UserException("The project does not build:\n" + text(result.problems()));
            }
            return new HeadlessProject(engines, code, built, result.problems(), folders);
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> {
                    SourcePosition at = problem.position();
                    return "  " + (at == null ? "" : at + ": ")
                            + problem.message().replace("\n", "\n    ");
                })
                .collect(Collectors.joining("\n"));
    }

    /// The code.
    public BuiltProject code() {
        return built;
    }

    /// What the build complained about although it worked: modules that throw while loading, warnings.
    public List<Problem> problems() {
        return problems;
    }

    /// Starts a run on its own deployment.
    ///
    /// @param record file to record to, or null
    /// @throws UserException when the database or the recording cannot be opened
    public HeadlessRun start(RunSpec spec, DataLocation location, @Nullable Path record) throws UserException {
        LocalDeployment deployment = deploy(location);
        try {
            RecordingWriter writer = record == null
                    ? null
                    : RecordingFolder.write(record, "command-line", spec, built, deployment.engineName());
            return HeadlessRun.start(deployment, spec, writer);
        } catch (UserException e) {
            deployment.close();
            throw e;
        }
    }

    /// A deployment of the code for any number of runs; to be closed before this project is.
    ///
    /// @throws UserException when the database cannot be opened, or does not suit the schema
    public LocalDeployment deploy(DataLocation location) throws UserException {
        DeploymentData data =
                DeploymentData.at(location, folders.ofProject(built.project().root()));
        LocalDeployment deployment = data.open(engines, built);
        String wrong = data.adopt(deployment, built);
        if (!wrong.isEmpty()) {
            deployment.close();
            throw new UserException(wrong);
        }
        return deployment;
    }

    @Override
    public void close() {
        code.close();
        engines.close();
    }
}
