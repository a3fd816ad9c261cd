package dev.actionscope.app.cli;

import dev.actionscope.runtime.findings.SarifWriter;
import dev.actionscope.runtime.findings.source.SourceCheck;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectException;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `actionscope check`: reads the source and runs none of it, so it needs no trust.
@Command(name = "check", description = "Static findings for the whole project.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "The project (default: the nearest parent that holds one).")
    private Path project = Path.of("");

    @Option(names = "--output", paramLabel = "FORMAT", description = "text (default), json or sarif.")
    private String output = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "From which severity on the exit status is 1: error or warning (default).")
    private String failOn = "warning";

    @Override
    public Integer call() throws UserException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        PrintWriter out = spec.commandLine().getOut();
        Output format = Output.of(output, Output.TEXT, Output.JSON, Output.SARIF);
        Severity worst = severity();
        Project found = project();
        List<Finding> findings = findings(found);
        switch (format) {
            case TEXT -> out.print(ResultText.findings(findings));
            case JSON -> out.println(ResultJson.findings(findings).toPrettyString());
            case SARIF -> out.println(new SarifWriter(Version.text(), found.root()).write(findings));
        }
        boolean failed =
                findings.stream().anyMatch(finding -> finding.severity().compareTo(worst) <= 0);
        return failed ? ActionscopeCommand.FAILED : ActionscopeCommand.DONE;
    }

    private Severity severity() throws UserException {
        return switch (failOn) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> throw new UserException("--fail-on takes error or warning, not " + failOn + ".");
        };
    }

    private Project project() throws UserException {
        try {
            return Project.find(project);
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Finding> findings(Project found) throws UserException {
        try {
            return new SourceCheck().check(found.root(), found.functionsFolder());
        } catch (IOException e) {
            throw new UserException("The project's files cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
