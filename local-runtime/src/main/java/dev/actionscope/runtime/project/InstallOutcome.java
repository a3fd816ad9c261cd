package dev.actionscope.runtime.project;

/// What came of installing a project's packages.
public sealed interface InstallOutcome {
    /// They are there.
    record Installed() implements InstallOutcome {}

    /// They are not.
    ///
    /// @param message one line: what went wrong and, where it is known, what to do
    record Failed(String message) implements InstallOutcome {}

    /// The user ended it.
    record Canceled() implements InstallOutcome {}
}
