package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClass;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import java.util.List;

/// What is known of an expression's value without running it. `Unknown` is the honest answer to most.
sealed interface Value {
    /// Nothing is known.
    record Unknown() implements Value {}

    /// A promise of work that was begun.
    record Promised(Value result) implements Value {}

    /// A promise that had ended when it was made: `Promise.resolve(1)`.
    record Settled() implements Value {}

    /// An array of promises of work.
    record Promises() implements Value {}

    /// What `setTimeout` answers.
    record Timer() implements Value {}

    /// An arrow, a function or a method.
    ///
    /// @param node `Swc4jAstArrowExpr` or `Swc4jAstFunction`
    record Callable(ISwc4jAst node, SourceFile file) implements Value {}

    /// An object literal.
    record ObjectShape(Swc4jAstObjectLit node, SourceFile file) implements Value {}

    /// A class itself.
    record ClassShape(Swc4jAstClass node, SourceFile file) implements Value {}

    /// An object of a class.
    record Instance(Swc4jAstClass node, SourceFile file) implements Value {}

    /// Everything a file exports.
    record Namespace(SourceFile file) implements Value {}

    /// Something of JavaScript's own: `fetch`, `Promise.all`.
    record Global(String path) implements Value {}

    /// A function's context or something of it: empty for `ctx` itself, `runQuery`, `scheduler.runAfter`.
    record Context(String path) implements Value {}

    /// A database query that was not sent yet.
    record DatabaseQuery() implements Value {}

    /// A method of a promise that makes another promise.
    record PromiseMethod() implements Value {}

    /// `query`, `internalAction`, …: what registers a function.
    record Builder(Registration.Kind kind, boolean isPublic) implements Value {}

    /// A registered function.
    record Registered(Registration registration) implements Value {}

    /// `api.a.b` or `internal.a.b`.
    record Reference(boolean isPublic, List<String> path) implements Value {
        public Reference {
            path = List.copyOf(path);
        }
    }

    static Value unknown() {
        return new Unknown();
    }

    /// A promise of which only that much is known.
    static Value promised() {
        return new Promised(unknown());
    }

    /// Whether dropping it drops work.
    default boolean isWork() {
        return this instanceof Promised || this instanceof Promises;
    }
}
