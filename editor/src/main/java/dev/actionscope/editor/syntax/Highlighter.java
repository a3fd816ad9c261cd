package dev.actionscope.editor.syntax;

import java.util.List;

/// Knows the tokens of one text while the text is edited. For one thread; close it when the text is closed.
public sealed interface Highlighter extends AutoCloseable
        permits TreeSitterHighlighter, JsonHighlighter, MarkdownHighlighter, PlainHighlighter {
    /// A highlighter for a language, of the empty text.
    static Highlighter of(Language language) {
        return switch (language) {
            case TYPESCRIPT, TSX, JAVASCRIPT -> TreeSitterHighlighter.of(language);
            case JSON -> new JsonHighlighter();
            case MARKDOWN -> new MarkdownHighlighter();
            case PLAIN -> new PlainHighlighter();
        };
    }

    /// Takes a whole new text.
    void reset(String text);

    /// Takes an edit: `removed` characters at `start` were replaced by `inserted` characters, which gave `text`.
    void edited(int start, int removed, int inserted, String text);

    /// The tokens that touch a range of characters, in order, none inside another.
    List<SyntaxToken> tokens(int from, int to);

    /// The names of the functions, classes and handlers around a character, the outermost first.
    default List<String> enclosing(int offset) {
        return List.of();
    }

    @Override
    default void close() {}
}
