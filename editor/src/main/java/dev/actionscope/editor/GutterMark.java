package dev.actionscope.editor;

import dev.actionscope.icons.Icons;

/// An icon beside a line number.
///
/// @param line from 1; moves along when lines are added or removed above
/// @param tone the style class of its colour, such as `tone-warning`; empty for the icon's own
/// @param text what it means, for the tooltip and for screen readers
public record GutterMark(int line, Icons icon, String tone, String text) {
    /// A mark in its icon's own colour.
    public static GutterMark of(int line, Icons icon, String text) {
        return new GutterMark(line, icon, "", text);
    }

    GutterMark atLine(int newLine) {
        return new GutterMark(newLine, icon, tone, text);
    }
}
