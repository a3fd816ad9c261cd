package dev.actionscope.editor.syntax;

import java.util.Locale;

/// What a token is, as far as its colour goes.
public enum Syntax {
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    FUNCTION,
    TYPE,
    PROPERTY,
    VARIABLE,
    PARAMETER,
    OPERATOR,
    PUNCTUATION,
    CONSTANT,
    REGEXP,
    TAG,
    ATTRIBUTE,
    ESCAPE;

    private final String styleClass = "syntax-" + name().toLowerCase(Locale.ROOT);

    /// The style class of its text.
    public String styleClass() {
        return styleClass;
    }
}
