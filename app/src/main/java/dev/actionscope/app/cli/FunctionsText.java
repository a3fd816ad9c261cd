package dev.actionscope.app.cli;

import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.Locale;

/// A project's functions as a person reads them in a terminal.
public final class FunctionsText {
    private FunctionsText() {}

    /// One line a function, in columns.
    public static String of(List<FunctionInfo> functions) {
        if (functions.isEmpty()) {
            return "The project exports no functions.";
        }
        int width = functions.stream().mapToInt(f -> f.path().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (FunctionInfo function : functions) {
            SourcePosition at = function.position();
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %-10s %-8s %-6s  %s%n",
                    function.path(),
                    function.kind().id(),
                    function.isPublic() ? "public" : "internal",
                    runtime(function),
                    at == null ? "" : at.file() + ":" + at.line()));
        }
        return text.toString().stripTrailing();
    }

    static String runtime(FunctionInfo function) {
        return function.environment() == Environment.NODE ? "node" : "convex";
    }
}
