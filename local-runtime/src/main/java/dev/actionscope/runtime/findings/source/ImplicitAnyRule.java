package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import dev.actionscope.runtime.findings.Rule;

/// Rule `implicit-any-cycle`: an action whose result TypeScript can only infer from the type of `api` or `internal`,
/// which
/// holds the action itself.
final class ImplicitAnyRule {
    private ImplicitAnyRule() {}

    static void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink) {
        if (!file.path().matches(".*\\.[cm]?tsx?")) {
            return;
        }
        TypeDependence dependence = new TypeDependence(evaluator);
        for (Registration function : evaluator.names().exports().registrations(file)) {
            ISwc4jAst handler = function.handler();
            boolean isAction = function.kind() == Registration.Kind.ACTION
                    && !function.path().isEmpty();
            if (isAction && handler != null && dependence.ofResult(handler, file)) {
                ISwc4jAst holder = Syntax.around(function.call());
                sink.report(
                        Rule.IMPLICIT_ANY_CYCLE,
                        holder instanceof Swc4jAstVarDeclarator variable ? variable.getName() : function.call(),
                        file,
                        "`" + function.path() + "` returns what a function of `api` or `internal` gives, without a type"
                                + " annotation: TypeScript cannot infer its type, which is part of theirs.");
            }
        }
    }
}
