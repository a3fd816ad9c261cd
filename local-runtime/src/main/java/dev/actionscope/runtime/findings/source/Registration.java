package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import org.jspecify.annotations.Nullable;

/// A function that a file registers with Convex: `export const place = mutation({…})`.
///
/// @param path as in `orders:place`; empty for one that is not exported, such as a handler in `http.ts`
/// @param call the call of the builder
/// @param configuration the object given to it, null when a function was
/// @param handler its code, null when that is not to be seen
/// @param isCustom made by a builder of the project's own, which may add arguments
record Registration(
        Kind kind,
        boolean isPublic,
        String path,
        SourceFile file,
        Swc4jAstCallExpr call,
        @Nullable Swc4jAstObjectLit configuration,
        @Nullable ISwc4jAst handler,
        boolean isCustom) {

    /// What it is.
    enum Kind {
        QUERY("query"),
        MUTATION("mutation"),
        ACTION("action"),
        HTTP_ACTION("HTTP action");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean isAction() {
            return this == ACTION || this == HTTP_ACTION;
        }
    }
}
