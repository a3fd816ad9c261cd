package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAwaitExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstParenExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstSpreadElement;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsNonNullExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsUnionType;
import dev.actionscope.runtime.findings.source.CallsToFunctions.CallToFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether TypeScript has to know the type of `api` or `internal` to infer the type of an expression. Where that cannot
/// be told from the syntax, the answer is no.
final class TypeDependence {
    private static final Set<Swc4jAstBinaryOp> KEEPS_TYPES = Set.of(
            Swc4jAstBinaryOp.Add,
            Swc4jAstBinaryOp.LogicalAnd,
            Swc4jAstBinaryOp.LogicalOr,
            Swc4jAstBinaryOp.NullishCoalescing);

    private final Evaluator evaluator;
    private final Set<ISwc4jAst> open = Collections.newSetFromMap(new IdentityHashMap<>());

    TypeDependence(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// Whether the inferred result of a function without a return type depends on it.
    boolean ofResult(ISwc4jAst code, SourceFile file) {
        Signature signature = Signature.of(code);
        if (signature.returnType() != null || signature.body() == null || !open.add(code)) {
            return false;
        }
        try {
            return results(code, signature).stream().anyMatch(result -> checks(result, file));
        } finally {
            open.remove(code);
        }
    }

    /// Whether checking a returned expression, all of which TypeScript does, takes that type.
    private boolean checks(ISwc4jAst node, SourceFile file) {
        if (Syntax.isFunction(node)) {
            return node.getParent() instanceof Swc4jAstExprOrSpread && ofResult(node, file);
        }
        if (node instanceof Swc4jAstIdent ident && Syntax.isRead(ident) && ofName(ident, file)) {
            return true;
        }
        return ofCall(node, file) || Syntax.children(node).stream().anyMatch(child -> checks(child, file));
    }

    private static List<ISwc4jAst> results(ISwc4jAst code, Signature signature) {
        if (signature.isExpression() && signature.body() != null) {
            return List.of(signature.body());
        }
        List<ISwc4jAst> results = new ArrayList<>();
        for (Swc4jAstReturnStmt statement : Syntax.all(code, Swc4jAstReturnStmt.class)) {
            if (Syntax.isSame(Syntax.enclosingFunction(statement), code)) {
                statement.getArg().ifPresent(results::add);
            }
        }
        return results;
    }

    /// Whether the type of a variable that begins with an expression depends on it.
    private boolean of(@Nullable ISwc4jAst node, SourceFile file) {
        return switch (node) {
            case null -> false;
            case Swc4jAstParenExpr paren -> of(paren.getExpr(), file);
            case Swc4jAstTsNonNullExpr nonNull -> of(nonNull.getExpr(), file);
            case Swc4jAstAwaitExpr awaited -> of(awaited.getArg(), file);
            case Swc4jAstExprOrSpread element -> of(element.getExpr(), file);
            case Swc4jAstSpreadElement spread -> of(spread.getExpr(), file);
            case Swc4jAstIdent ident -> ofName(ident, file);
            case Swc4jAstMemberExpr member -> of(member.getObj(), file);
            case Swc4jAstCondExpr choice -> of(choice.getCons(), file) || of(choice.getAlt(), file);
            case Swc4jAstBinExpr binary ->
                KEEPS_TYPES.contains(binary.getOp()) && (of(binary.getLeft(), file) || of(binary.getRight(), file));
            case Swc4jAstArrayLit array ->
                array.getElems().stream().anyMatch(element -> of(element.orElse(null), file));
            case Swc4jAstObjectLit object ->
                object.getProps().stream().anyMatch(property -> ofProperty(property, file));
            default -> ofCall(node, file);
        };
    }

    private boolean ofProperty(ISwc4jAst property, SourceFile file) {
        return switch (property) {
            case Swc4jAstKeyValueProp pair -> of(pair.getValue(), file);
            case Swc4jAstIdent shorthand -> ofName(shorthand, file);
            case Swc4jAstSpreadElement spread -> of(spread.getExpr(), file);
            default -> false;
        };
    }

    private boolean ofName(Swc4jAstIdent ident, SourceFile file) {
        Binding binding = file.scopes().resolve(ident.getSym(), ident);
        if (binding == null || !(binding.declaration() instanceof Swc4jAstVarDeclarator variable)) {
            return false;
        }
        boolean isSettled = variable.getName() instanceof Swc4jAstBindingIdent name
                && name.getTypeAnn().isPresent()
                && !(name.getTypeAnn().get().getTypeAnn() instanceof Swc4jAstTsUnionType);
        if (isSettled || !open.add(variable)) {
            return false;
        }
        try {
            return of(variable.getInit().orElse(null), file);
        } finally {
            open.remove(variable);
        }
    }

    private boolean ofCall(ISwc4jAst node, SourceFile file) {
        CallToFunction run = CallsToFunctions.of(Syntax.bare(node), file, evaluator);
        if (run != null) {
            return run.reference() != null;
        }
        Syntax.Call call = Syntax.callHere(node);
        if (call == null) {
            return false;
        }
        Value callee = evaluator.of(call.callee(), file);
        if (callee instanceof Value.Global(String path) && path.startsWith("Promise.")) {
            return of(call.argument(0), file);
        }
        if (callee instanceof Value.Callable(ISwc4jAst code, SourceFile home)) {
            return ofResult(code, home);
        }
        return call.callee() instanceof Swc4jAstMemberExpr member && ofMethod(call, member, file);
    }

    /// `list.map(…)` takes its type from its callback, most other methods from what they are called on.
    private boolean ofMethod(Syntax.Call call, Swc4jAstMemberExpr member, SourceFile file) {
        boolean isByCallback = call.method().equals("map") || call.method().equals("then");
        ISwc4jAst callback = call.argument(0);
        if (isByCallback && callback != null && Syntax.isFunction(Syntax.functionOf(callback))) {
            return ofResult(Syntax.functionOf(callback), file);
        }
        return of(member.getObj(), file);
    }
}
