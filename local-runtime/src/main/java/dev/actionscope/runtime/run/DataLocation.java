package dev.actionscope.runtime.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a database lives.
public sealed interface DataLocation {
    /// Gone with the process.
    record InMemory() implements DataLocation {}

    /// In that folder.
    record InFolder(Path folder) implements DataLocation {}

    /// In the folder that Actionscope keeps for the project.
    record OfProject() implements DataLocation {}

    /// The value of `--data`: a folder, `:memory:`, or null for the project's own.
    static DataLocation parse(@Nullable String option) {
        if (option == null) {
            return new OfProject();
        }
        return option.equals(":memory:") ? new InMemory() : new InFolder(Path.of(option));
    }
}
