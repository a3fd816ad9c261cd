package dev.actionscope.icons;

import java.util.Locale;

/// A named colour of a [Theme]. `KIND_FETCH` is `-as-kind-fetch` in style sheets and `palette.color(KIND_FETCH)` in
/// Java.
public enum Token {
    // Surfaces, from the back to the front, and what is on them.
    BG,
    PANEL,
    RAISED,
    BORDER,
    BORDER_STRONG,
    HOVER,
    SELECTION,
    SELECTION_INACTIVE,
    STATUS_BAR,
    TEXT,
    TEXT_DIM,
    TEXT_DISABLED,
    ACCENT,
    ACCENT_STRONG,
    ON_STRONG,
    SHADOW,
    SCROLL_THUMB,
    // What a span is. Text on them is ON_STRONG.
    KIND_ACTION,
    KIND_QUERY,
    KIND_MUTATION,
    KIND_FETCH,
    KIND_DB,
    KIND_SCHEDULE,
    KIND_STORAGE,
    KIND_TIMER,
    // The same kinds as text and icons on a surface.
    KIND_ACTION_TEXT,
    KIND_QUERY_TEXT,
    KIND_MUTATION_TEXT,
    KIND_FETCH_TEXT,
    KIND_DB_TEXT,
    KIND_SCHEDULE_TEXT,
    KIND_STORAGE_TEXT,
    KIND_TIMER_TEXT,
    // How something went, and a quiet background of the same hue.
    OK,
    OK_BG,
    ERROR,
    ERROR_BG,
    WARNING,
    WARNING_BG,
    INFO,
    INFO_BG,
    // Marks in code.
    CURRENT_LINE,
    LINE_NUMBER,
    LINE_NUMBER_CURRENT,
    FIND_MATCH,
    FIND_MATCH_CURRENT,
    BRACKET_MATCH,
    TRACE_LINE,
    FLASH,
    CODE_SELECTION,
    // Syntax.
    SYNTAX_KEYWORD,
    SYNTAX_STRING,
    SYNTAX_NUMBER,
    SYNTAX_COMMENT,
    SYNTAX_FUNCTION,
    SYNTAX_TYPE,
    SYNTAX_PROPERTY,
    SYNTAX_VARIABLE,
    SYNTAX_PARAMETER,
    SYNTAX_OPERATOR,
    SYNTAX_PUNCTUATION,
    SYNTAX_CONSTANT,
    SYNTAX_REGEXP,
    SYNTAX_TAG,
    SYNTAX_ATTRIBUTE,
    SYNTAX_ESCAPE;

    /// The name in style sheets, such as `-as-kind-fetch`.
    public String cssName() {
        return "-as-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
