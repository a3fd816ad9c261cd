package dev.actionscope.runtime.project;

import dev.actionscope.runtime.project.ProjectException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The environment variables that a project's functions see.
public final class ProjectEnvironment {
    private ProjectEnvironment() {}

    /// The variables by name; later ones win: `.env`, `.env.local`, the given files in their order, the given
    /// variables. Names of Convex itself, such as `CONVEX_DEPLOYMENT`, are passed on like any other.
    ///
    /// @param files as `--env-file` names them; these must exist
    /// @param given as `--env` gives them
    public static Map<String, String> read(Project project, List<Path> files, Map<String, String> given)
            throws ProjectException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : List.of(".env", ".env.local")) {
            Path file = project.root().resolve(name);
            if (Files.isRegularFile(file)) {
                variables.putAll(parse(file));
            }
        }
        for (Path file : files) {
            variables.putAll(parse(file));
        }
        variables.putAll(given);
        return Collections.unmodifiableMap(variables);
    }

    private static Map<String, String> parse(Path file) throws ProjectException {
        try {
            return DotEnv.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            String what = Files.exists(file) ? "cannot be read" : "does not exist";
            throw new ProjectException(
                    Code.ENVIRONMENT_FILE,
                    "The environment file " + file.toAbsolutePath() + " " + what + ": correct its path.",
                    e);
        }
    }
}
