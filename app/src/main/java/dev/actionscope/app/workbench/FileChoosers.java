package dev.actionscope.app.workbench;

import java.nio.file.Path;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Lets the user choose folders and files; behind an interface, because a screen without a desktop has no dialogs.
public interface FileChoosers {
    /// The folder chosen, null when none was.
    @Nullable
    Path folder(@Nullable Window owner, String title, @Nullable Path start);

    /// The file chosen, null when none was.
    @Nullable
    Path file(@Nullable Window owner, String title, @Nullable Path start);
}
