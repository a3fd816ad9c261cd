package dev.actionscope.app.cli;

import dev.actionscope.runtime.run.UserException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `actionscope`: opens the workbench, or runs one of its commands. Results go to standard output, everything else to
/// standard error.
@Command(
        name = "actionscope",
        description = "A workbench for debugging Convex actions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {RunCommand.class, FunctionsCommand.class, CheckCommand.class})
public final class ActionscopeCommand implements Callable<Integer> {
    /// Exit statuses, a public contract.
    static final int DONE = 0;

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int INTERNAL_FAULT = 3;

    private final Window window;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "The project to open in the workbench.")
    private @Nullable Path project;

    @Option(names = "--trust", description = "Open a project that has not been trusted yet, and trust it.")
    private boolean trust;

    /// Opens the workbench, or does what can be done without a display.
    @FunctionalInterface
    public interface Window {
        /// @param project to open, null for the start screen
        /// @param trusted whether the user says that the project is trusted
        /// @return the exit status
        int open(@Nullable Path project, boolean trusted, PrintWriter out, PrintWriter err);
    }

    private ActionscopeCommand(Window window) {
        this.window = window;
    }

    /// Runs a command line.
    ///
    /// @param out for results
    /// @param err for everything else
    /// @return the exit status
    public static int execute(String[] arguments, Window window, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new ActionscopeCommand(window));
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setParameterExceptionHandler((failure, _) -> {
            err.println(failure.getMessage() + " Try: actionscope "
                    + (failure.getCommandLine().getParent() == null
                            ? ""
                            : failure.getCommandLine().getCommandName() + " ")
                    + "--help");
            return BAD_INPUT;
        });
        commandLine.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof UserException) {
                err.println(failure.getMessage());
                return BAD_INPUT;
            }
            err.println("Internal fault: " + failure + ". Please report it with the lines below.");
            failure.printStackTrace(err);
            return INTERNAL_FAULT;
        });
        int status = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return window.open(
                project, trust, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
