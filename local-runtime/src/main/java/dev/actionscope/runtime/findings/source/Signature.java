package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstParam;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What arrows and functions have in common.
///
/// @param parameters their patterns
/// @param returnType the annotation's type, null when there is none
/// @param body a block, or an arrow's expression; null for a declaration without one
record Signature(
        boolean isAsync,
        boolean isGenerator,
        List<ISwc4jAst> parameters,
        @Nullable ISwc4jAst returnType,
        @Nullable ISwc4jAst body) {

    /// @param code `Swc4jAstArrowExpr`, `Swc4jAstFunction`, or anything else for an empty one
    static Signature of(ISwc4jAst code) {
        return switch (code) {
            case Swc4jAstArrowExpr arrow ->
                new Signature(
                        arrow.isAsync(),
                        arrow.isGenerator(),
                        List.copyOf(arrow.getParams()),
                        arrow.getReturnType().map(type -> type.getTypeAnn()).orElse(null),
                        arrow.getBody());
            case Swc4jAstFunction function ->
                new Signature(
                        function.isAsync(),
                        function.isGenerator(),
                        function.getParams().stream()
                                .<ISwc4jAst>map(Swc4jAstParam::getPat)
                                .toList(),
                        function.getReturnType().map(type -> type.getTypeAnn()).orElse(null),
                        function.getBody().orElse(null));
            default -> new Signature(false, false, List.of(), null, null);
        };
    }

    /// Whether the body is an arrow's expression, which is what it returns.
    boolean isExpression() {
        return body != null && !(body instanceof Swc4jAstBlockStmt);
    }
}
