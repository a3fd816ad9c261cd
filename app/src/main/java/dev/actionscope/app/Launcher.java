package dev.actionscope.app;

import dev.actionscope.app.cli.ActionscopeCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program's entry. It must not extend `Application`: JavaFX refuses that on the class path.
public final class Launcher {
    /// Kept, because a logger that nobody holds forgets its level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    /// @param arguments as the command line's documentation says
    public static void main(String[] arguments) {
        JAVAFX.setLevel(Level.SEVERE);
        PrintStream results = System.out;
        System.setOut(System.err);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        int status = ActionscopeCommand.execute(arguments, WorkbenchWindow::open, out, err);
        Runtime.getRuntime().halt(status);
    }
}
