package dev.actionscope.app.cli;

import dev.actionscope.runtime.run.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The values of `--output`.
enum Output {
    TEXT,
    JSON,
    SARIF;

    static Output of(String name, Output... allowed) throws UserException {
        for (Output output : allowed) {
            if (output.id().equals(name)) {
                return output;
            }
        }
        List<Output> all = Arrays.asList(allowed);
        throw new UserException("--output takes " + all.stream().map(Output::id).collect(Collectors.joining(" or "))
                + ", not " + name + ".");
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
