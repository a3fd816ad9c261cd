package dev.actionscope.app.notice;

import org.jspecify.annotations.Nullable;

/// Something a user is told without having asked.
///
/// @param text what happened, to what, and what to do
/// @param action what the user can do about it at once, null when there is nothing
public record Notice(Level level, String text, @Nullable Action action) {
    /// How bad it is.
    public enum Level {
        INFO,
        SUCCESS,
        WARNING,
        ERROR
    }

    /// One button of a notice.
    public record Action(String title, Runnable run) {}

    /// Something went wrong.
    public static Notice error(String text) {
        return new Notice(Level.ERROR, text, null);
    }

    /// Something to know.
    public static Notice info(String text) {
        return new Notice(Level.INFO, text, null);
    }

    /// Something to look at.
    public static Notice warning(String text) {
        return new Notice(Level.WARNING, text, null);
    }

    /// The same with a button.
    public Notice with(String title, Runnable run) {
        return new Notice(level, text, new Action(title, run));
    }
}
