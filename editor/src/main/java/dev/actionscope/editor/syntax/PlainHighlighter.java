package dev.actionscope.editor.syntax;

import java.util.List;

/// Text without tokens.
record PlainHighlighter() implements Highlighter {
    @Override
    public void reset(String text) {}

    @Override
    public void edited(int start, int removed, int inserted, String text) {}

    @Override
    public List<SyntaxToken> tokens(int from, int to) {
        return List.of();
    }
}
