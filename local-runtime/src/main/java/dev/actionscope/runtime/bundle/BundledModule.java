package dev.actionscope.runtime.bundle;

/// One JavaScript module made by esbuild.
///
/// @param path as Convex names it: `messages.js`, `dir/mod.js`, `_deps/ABC.js`
/// @param source ECMAScript text, imports relative
/// @param environment where it runs
public record BundledModule(String path, String source, SourceMap sourceMap, Environment environment) {

    /// Which of the two runtimes a module is for.
    public enum Environment {
        CONVEX,
        NODE
    }
}
