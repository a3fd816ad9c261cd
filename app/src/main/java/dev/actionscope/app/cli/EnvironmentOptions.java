package dev.actionscope.app.cli;

import dev.actionscope.runtime.run.UserException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of `--env`.
final class EnvironmentOptions {
    private EnvironmentOptions() {}

    /// @param assignments `NAME=VALUE`; of two with the same name the later wins
    static Map<String, String> parse(String[] assignments) throws UserException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1 || !assignment.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new UserException("--env takes NAME=VALUE, not " + assignment + ".");
            }
            variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return variables;
    }
}
