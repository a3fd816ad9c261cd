package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions given to `new Promise`: what they begin is waited for by way of that promise.
final class Executors {
    private Executors() {}

    /// The promise in whose executor a node stands, however deep; null when there is none.
    static @Nullable Swc4jAstNewExpr around(ISwc4jAst node) {
        ISwc4jAst executor = executor(node);
        return executor == null ? null : made(executor);
    }

    /// Whether a node settles the promise of the executor it stands in, as `work().then(resolve)` does.
    static boolean settles(ISwc4jAst node) {
        ISwc4jAst executor = executor(node);
        if (executor == null) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (ISwc4jAst parameter : Signature.of(executor).parameters()) {
            Syntax.all(parameter, Swc4jAstBindingIdent.class)
                    .forEach(ident -> names.add(ident.getId().getSym()));
        }
        return Syntax.all(node, Swc4jAstIdent.class).stream().anyMatch(ident -> names.contains(ident.getSym()));
    }

    private static @Nullable ISwc4jAst executor(ISwc4jAst node) {
        ISwc4jAst function = Syntax.enclosingFunction(node);
        while (function != null && made(function) == null) {
            function = Syntax.enclosingFunction(function);
        }
        return function;
    }

    private static @Nullable Swc4jAstNewExpr made(ISwc4jAst function) {
        return Syntax.around(function) instanceof Swc4jAstExprOrSpread argument
                        && argument.getParent() instanceof Swc4jAstNewExpr made
                        && Syntax.name(made.getCallee()).equals("Promise")
                ? made
                : null;
    }
}
