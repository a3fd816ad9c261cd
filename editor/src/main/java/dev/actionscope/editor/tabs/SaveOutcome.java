package dev.actionscope.editor.tabs;

/// How saving went.
sealed interface SaveOutcome {
    /// The text is on disk.
    record Saved(FileContent.Text content) implements SaveOutcome {}

    /// The file holds something else than what was opened; nothing was written.
    record ChangedOnDisk() implements SaveOutcome {}

    /// Nothing was written.
    ///
    /// @param reason a sentence for the user
    record Failed(String reason) implements SaveOutcome {}
}
