package dev.actionscope.app.project;

import dev.actionscope.app.commands.FuzzyMatch;
import dev.actionscope.runtime.analysis.FunctionInfo;
import java.util.ArrayList;
import java.util.List;

/// The rows of the function list: a header per module, then its functions.
public final class FunctionRows {
    private FunctionRows() {}

    /// One row.
    public sealed interface Row {
        /// A module's name.
        record Module(String name, int count) implements Row {}

        /// A function of the module above.
        record Function(FunctionInfo info) implements Row {}
    }

    /// The rows whose functions fit the filter.
    public static List<Row> of(List<FunctionInfo> functions, String filter) {
        List<Row> rows = new ArrayList<>();
        List<FunctionInfo> inModule = new ArrayList<>();
        for (FunctionInfo function : functions) {
            if (!fits(function, filter)) {
                continue;
            }
            if (!inModule.isEmpty() && !inModule.getFirst().module().equals(function.module())) {
                flush(inModule, rows);
            }
            inModule.add(function);
        }
        flush(inModule, rows);
        return rows;
    }

    private static boolean fits(FunctionInfo function, String filter) {
        return filter.isBlank()
                || FuzzyMatch.score(
                                filter, function.path() + " " + function.kind().id())
                        > 0;
    }

    private static void flush(List<FunctionInfo> inModule, List<Row> rows) {
        if (!inModule.isEmpty()) {
            rows.add(new Row.Module(inModule.getFirst().module(), inModule.size()));
            inModule.forEach(function -> rows.add(new Row.Function(function)));
            inModule.clear();
        }
    }
}
