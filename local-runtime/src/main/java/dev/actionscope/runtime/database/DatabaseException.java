package dev.actionscope.runtime.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be used; the message is one line for a person, naming the place and what to do.
public final class DatabaseException extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    /// Why.
    public enum Problem {
        /// Another process, or another part of this one, has it open.
        IN_USE,
        /// The directory or its files cannot be written.
        NOT_WRITABLE,
        /// The files are no database of ours, or damaged.
        UNREADABLE,
        /// A newer version of the product wrote it.
        NEWER_FORMAT,
        /// Reading or writing failed while it was open, a full disk for instance.
        FAILED
    }

    DatabaseException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /// Why.
    public Problem problem() {
        return problem;
    }
}
