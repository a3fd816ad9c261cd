package dev.actionscope.editor.tabs;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Asks what to do with edits that are not on disk when their tab is to be closed.
@FunctionalInterface
public interface UnsavedChanges {
    /// What a person decides.
    enum Choice {
        /// Write them, then close.
        SAVE,
        /// Forget them and close.
        DISCARD,
        /// Leave the tab open.
        CANCEL
    }

    /// Asks about a file, and tells `answer` on the FX thread, at once or later.
    void ask(Path file, Consumer<Choice> answer);
}
