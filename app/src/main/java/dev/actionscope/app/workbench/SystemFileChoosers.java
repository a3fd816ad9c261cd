package dev.actionscope.app.workbench;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own dialogs.
public final class SystemFileChoosers implements FileChoosers {
    @Override
    public @Nullable Path folder(@Nullable Window owner, String title, @Nullable Path start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = existing(start);
        if (folder != null) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }

    @Override
    public @Nullable Path file(@Nullable Window owner, String title, @Nullable Path start) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        File folder = existing(start);
        if (folder != null) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showOpenDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }

    private static @Nullable File existing(@Nullable Path start) {
        File folder = start == null ? null : start.toFile();
        return folder != null && folder.isDirectory() ? folder : null;
    }
}
