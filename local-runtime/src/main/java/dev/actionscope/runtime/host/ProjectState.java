package dev.actionscope.runtime.host;

import dev.actionscope.runtime.analysis.FunctionInfo;
import java.util.List;

/// What the runtime host knows of the open project; a new one is sent whenever something changes.
///
/// @param root the project's folder, absolute
/// @param name from package.json, else the folder's name
/// @param functionsFolder relative to `root`, as in `convex`
/// @param functions of the last build that worked
/// @param problems of the newest build; empty when it worked
/// @param message one line to show for the stage: what is wrong and what to do
/// @param isStale whether `functions` are older than the files, because the newest build failed
/// @param buildMillis how long the newest build took
public record ProjectState(
        String root,
        String name,
        Stage stage,
        String functionsFolder,
        List<FunctionInfo> functions,
        List<Problem> problems,
        String message,
        boolean isStale,
        long buildMillis) {
    public ProjectState {
        functions = List.copyOf(functions);
        problems = List.copyOf(problems);
    }

    /// How far the project is.
    public enum Stage {
        /// The folder holds no Convex project, or cannot be read.
        UNUSABLE,
        /// Nothing of it has run; it waits for the user's trust.
        UNTRUSTED,
        /// `node_modules` (or `convex`, or esbuild in it) is missing; it waits for `npm install`.
        PACKAGES_MISSING,
        /// `npm install` is going on.
        INSTALLING,
        /// The first build is going on.
        BUILDING,
        /// Functions can be run.
        READY,
        /// The first build failed; there is nothing to run yet.
        BROKEN
    }
}
