package dev.actionscope.editor.tabs;

/// What a file holds.
sealed interface FileContent {
    /// Text, with `\n` between lines whatever the file has.
    ///
    /// @param lineBreak what the file has between its lines
    /// @param byteOrderMark whether the file starts with one
    /// @param writable whether the file may be written
    record Text(String text, String lineBreak, boolean byteOrderMark, boolean writable) implements FileContent {
        Text with(String newText) {
            return new Text(newText, lineBreak, byteOrderMark, writable);
        }

        /// The text as it stands in the file.
        String encoded() {
            String lines = lineBreak.equals("\n") ? text : text.replace("\n", lineBreak);
            return byteOrderMark ? "\ufeff" + lines : lines;
        }
    }

    /// Nothing that an editor can show.
    ///
    /// @param reason a sentence for the user
    record NotText(String reason) implements FileContent {}

    /// There is no such file.
    record Missing() implements FileContent {}
}
