package dev.actionscope.runtime.host;

/// A line that `npm install` printed.
public record InstallProgress(String line) {}
