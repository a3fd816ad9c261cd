package dev.actionscope.runtime.project;

import java.nio.file.Path;

/// A file whose exports Convex can call.
///
/// @param path absolute
/// @param file relative to the project, forward slashes
/// @param module as Convex names it, as in `dir/mod.js`
/// @param isNode whether it says `"use node"`
public record EntryPoint(Path path, String file, String module, boolean isNode) {}
