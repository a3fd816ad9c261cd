package dev.actionscope.editor;

import dev.actionscope.icons.Icons;
import java.util.Locale;

/// How bad a problem is.
public enum Severity {
    /// It will not work.
    ERROR(Icons.PROBLEM_ERROR),
    /// It works, but probably not as meant.
    WARNING(Icons.PROBLEM_WARNING),
    /// Good to know.
    INFO(Icons.PROBLEM_INFO);

    private final Icons icon;

    Severity(Icons icon) {
        this.icon = icon;
    }

    /// The icon that stands for it.
    public Icons icon() {
        return icon;
    }

    String styleClass() {
        return "problem-" + name().toLowerCase(Locale.ROOT);
    }
}
