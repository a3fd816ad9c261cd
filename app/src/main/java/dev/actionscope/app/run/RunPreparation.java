package dev.actionscope.app.run;

import dev.actionscope.app.arguments.Arguments;
import dev.actionscope.app.arguments.JsonText;
import dev.actionscope.app.settings.ProjectMemory.Options;
import dev.actionscope.runtime.host.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes a run's request of what the user has entered. May read files: not for the FX thread.
public final class RunPreparation {
    private RunPreparation() {}

    /// What came of it.
    public sealed interface Outcome {
        /// It can be run.
        record Ready(RunRequest request) implements Outcome {}

        /// It cannot.
        ///
        /// @param reason what is wrong, where, and what to do
        record NotReady(String reason) implements Outcome {}
    }

    /// @param root against which a relative stubs or limits file is resolved
    /// @param engine `interpreter` or `optimising`
    public static Outcome prepare(Path root, String function, Arguments arguments, Options options, String engine) {
        try {
            JsonNode value = value(arguments);
            String stubs = options.stubsFile().isBlank() ? null : file(root, options.stubsFile(), "stubs file");
            return new Outcome.Ready(new RunRequest(
                    function,
                    value,
                    identity(options.identity()),
                    environment(options.environment()),
                    stubs,
                    engine,
                    limits(root, options.limits()),
                    options.record()));
        } catch (NotUsable e) {
            return new Outcome.NotReady(e.reason);
        }
    }

    /// Lines of `NAME=value`; empty lines and lines that begin with `#` are left out.
    static Map<String, String> environment(String lines) throws NotUsable {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new NotUsable("Environment, line " + number + ": “" + text + "” is not NAME=value.");
            }
            variables.put(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
        return variables;
    }

    private static JsonNode value(Arguments arguments) throws NotUsable {
        return switch (arguments) {
            case Arguments.Value(JsonNode json) -> json;
            case Arguments.Invalid(String message) -> throw new NotUsable(message);
            case Arguments.File(Path path, long bytes) -> {
                try {
                    JsonNode json = JsonText.parse(Files.readString(path));
                    if (!json.isObject()) {
                        throw new NotUsable(path + " holds no JSON object; arguments are one object.");
                    }
                    yield json;
                } catch (IOException e) {
                    throw new NotUsable("The arguments in " + path + " cannot be read: " + e.getMessage());
                } catch (JacksonException e) {
                    throw new NotUsable(path + ": " + JsonText.explain(e));
                }
            }
        };
    }

    private static @Nullable JsonNode identity(String text) throws NotUsable {
        if (text.isBlank()) {
            return null;
        }
        try {
            JsonNode claims = JsonText.parse(text);
            if (!claims.isObject()) {
                throw new NotUsable("Identity: the claims are one JSON object, such as {\"subject\": \"user_1\"}.");
            }
            return claims;
        } catch (JacksonException e) {
            throw new NotUsable("Identity: " + JsonText.explain(e));
        }
    }

    private static String limits(Path root, String limits) throws NotUsable {
        return switch (limits) {
            case "cloud", "self-hosted", "seed", "none" -> limits;
            default -> file(root, limits, "limits file");
        };
    }

    private static String file(Path root, String name, String what) throws NotUsable {
        Path path = root.resolve(name.strip());
        if (!Files.isReadable(path)) {
            throw new NotUsable("The " + what + " " + path + " cannot be read. Choose another or leave it out.");
        }
        return path.toString();
    }

    /// Something entered cannot be used.
    static final class NotUsable extends Exception {
        private final String reason;

        NotUsable(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
