package dev.actionscope.editor.text;

/// A change of a text: characters `start` to `end` become `replacement`, and the selection then goes from `anchor` to
/// `caret` in the new text.
public record TextEdit(int start, int end, String replacement, int anchor, int caret) {
    /// The text after the change.
    public String applyTo(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
