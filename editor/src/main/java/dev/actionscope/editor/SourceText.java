package dev.actionscope.editor;

import dev.actionscope.editor.syntax.Language;
import java.util.Optional;

/// A text to open in a [CodeEditor].
///
/// @param fileName decides the language
/// @param text with `\n` between lines
/// @param readOnlyReason why it must not be edited, as a sentence for the user; empty if it may
public record SourceText(String fileName, String text, Optional<String> readOnlyReason) {
    /// Longer texts are shown plain and read-only.
    static final int LARGEST = 5_000_000;

    /// Longer lines make a text plain and read-only, and are broken up.
    static final int LONGEST_LINE = 20_000;

    private static final int BROKEN_LINE = 1_000;

    /// A text that may be edited.
    public static SourceText editable(String fileName, String text) {
        return new SourceText(fileName, text, Optional.empty());
    }

    /// What can be shown of it without making the window slow.
    Shown shown() {
        if (text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            return new Shown(
                    broken(),
                    Language.PLAIN,
                    Optional.of("Some lines are longer than 20,000 characters: shown broken up, plain and read-only."));
        }
        if (text.length() > LARGEST) {
            return new Shown(
                    text,
                    Language.PLAIN,
                    Optional.of("This file is larger than 5 million characters: shown plain and read-only."));
        }
        return new Shown(text, Language.forFile(fileName), readOnlyReason);
    }

    private String broken() {
        StringBuilder result = new StringBuilder(text.length() + text.length() / BROKEN_LINE);
        text.lines().forEach(line -> {
            for (int at = 0; at < line.length() || at == 0; at += BROKEN_LINE) {
                result.append(line, at, Math.min(line.length(), at + BROKEN_LINE))
                        .append('\n');
            }
        });
        return result.toString();
    }

    record Shown(String text, Language language, Optional<String> readOnlyReason) {}
}
