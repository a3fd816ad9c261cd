package dev.actionscope.runtime.project;

/// A file that the functions folder may not hold.
///
/// @param file relative to the project, forward slashes
/// @param message what is wrong and what to do
public record EntryPointProblem(String file, String message) {}
