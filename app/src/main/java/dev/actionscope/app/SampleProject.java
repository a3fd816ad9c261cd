package dev.actionscope.app;

import dev.actionscope.runtime.run.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The project that ships with Actionscope.
final class SampleProject {
    private SampleProject() {}

    /// Where it is, as the launcher says; null when the program was started in some other way.
    static @Nullable Path folder() {
        String root = System.getProperty("actionscope.root");
        if (root == null) {
            return null;
        }
        Path sample = Path.of(root, "packaging", "sample");
        return Files.isDirectory(sample) ? sample : null;
    }

    /// The arguments of its example action.
    static JsonNode arguments(Path sample) throws UserException {
        Path file = sample.resolve("checkout.json");
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new UserException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
