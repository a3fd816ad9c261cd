package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.project.FunctionPath;
import dev.actionscope.runtime.project.Project;
import dev.actionscope.runtime.project.ProjectException;
import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.Map;

/// A project's code at one moment, loaded and analysed.
///
/// @param environment what `process.env` gives
public record BuiltProject(Project project, Bundle bundle, Analysis analysis, Map<String, String> environment) {
    public BuiltProject {
        environment = Map.copyOf(environment);
    }

    /// The function of that name, as `npx convex run` takes it.
    ///
    /// @throws UserException with the nearest names when there is none
    public FunctionInfo function(String name) throws UserException {
        String path = path(name);
        FunctionInfo found = analysis.function(path);
        if (found != null) {
            return found;
        }
        String module = path.substring(0, path.lastIndexOf(':'));
        RunError failure = analysis.failures().get(module + ".js");
        if (failure != null) {
            throw new UserException("The module " + module + " could not be loaded: " + firstLine(failure) + ".");
        }
        List<String> known =
                analysis.functions().stream().map(FunctionInfo::path).toList();
        List<String> nearest = FunctionPath.nearest(path, known);
        throw new UserException("Could not find function for '" + path + "'. "
                + (nearest.isEmpty()
                        ? "`actionscope functions` lists what there is."
                        : "Did you mean " + String.join(" or ", nearest) + "?"));
    }

    private String path(String name) throws UserException {
        try {
            return FunctionPath.parse(name, project).toString();
        } catch (ProjectException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String firstLine(RunError failure) {
        String where = failure.frames().isEmpty() || failure.frames().getFirst().position() == null
                ? ""
                : " (" + failure.frames().getFirst().position() + ")";
        return failure.message().lines().findFirst().orElse("") + where;
    }
}
