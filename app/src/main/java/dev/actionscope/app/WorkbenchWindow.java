package dev.actionscope.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Opens the workbench.
final class WorkbenchWindow {
    private WorkbenchWindow() {}

    static int open(@Nullable Path project, PrintWriter out, PrintWriter err) {
        err.println("The window is not part of this build yet: use run, functions or check (see --help).");
        return 2;
    }
}
