package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsTypeRef;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where code runs: in which runtime, and whether in an action.
record Surroundings(SourceTree tree, Evaluator evaluator) {

    /// Whether a node runs in Node.js; null when both are possible or nothing is known.
    @Nullable
    Boolean isInNode(ISwc4jAst node, SourceFile file) {
        if (evaluator.names().exports().enclosing(node, file) != null) {
            return file.isNode();
        }
        Set<Boolean> runtimes = new HashSet<>();
        for (SourceFile entry : tree.backend()) {
            boolean registers =
                    !evaluator.names().exports().registrations(entry).isEmpty();
            if (registers && tree.reachable(entry).contains(file)) {
                runtimes.add(entry.isNode());
            }
        }
        return runtimes.size() == 1 ? runtimes.iterator().next() : null;
    }

    /// Whether a node surely runs in an action: in its handler, or in a function that is given an action's context.
    boolean isInAction(ISwc4jAst node, SourceFile file) {
        Registration registration = evaluator.names().exports().enclosing(node, file);
        if (registration != null) {
            return registration.kind().isAction();
        }
        ISwc4jAst function = Syntax.enclosingFunction(node);
        while (function != null) {
            for (ISwc4jAst parameter : Signature.of(function).parameters()) {
                if (isActionContext(parameter)) {
                    return true;
                }
            }
            function = Syntax.enclosingFunction(function);
        }
        return false;
    }

    private static boolean isActionContext(ISwc4jAst parameter) {
        return parameter instanceof Swc4jAstBindingIdent ident
                && ident.getTypeAnn().isPresent()
                && ident.getTypeAnn().get().getTypeAnn() instanceof Swc4jAstTsTypeRef type
                && Syntax.name(type.getTypeName()).endsWith("ActionCtx");
    }
}
