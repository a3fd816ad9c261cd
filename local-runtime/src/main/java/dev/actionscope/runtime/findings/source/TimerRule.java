package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstUnaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUnaryExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import dev.actionscope.runtime.findings.Rule;
import org.jspecify.annotations.Nullable;

/// Finds timers that can neither fire in time nor be cleared: part of `dangling-promise`.
final class TimerRule {
    private TimerRule() {}

    static void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink) {
        Syntax.walk(file.program(), node -> {
            if (isAbandoned(node, file, evaluator) && !isInAbandonedTimer(node.getParent(), file, evaluator)) {
                sink.report(Rule.DANGLING_PROMISE, node, file, message(node, file));
            }
        });
    }

    private static String message(ISwc4jAst node, SourceFile file) {
        return Described.of(node, file)
                + (racedPromise(node, file) == null
                        ? " is not waited for: its callback may or may not run before the function returns."
                        : " goes on when it loses the race: nothing clears it.");
    }

    /// Whether a node stands in the callback of a timer that was reported.
    static boolean isInAbandonedTimer(@Nullable ISwc4jAst node, SourceFile file, Evaluator evaluator) {
        for (ISwc4jAst outer = node; outer != null; outer = outer.getParent()) {
            if (isAbandoned(outer, file, evaluator)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbandoned(ISwc4jAst node, SourceFile file, Evaluator evaluator) {
        boolean isTimer = Syntax.callHere(node) != null && evaluator.of(node, file) instanceof Value.Timer;
        if (!isTimer || !isDropped(node, file)) {
            return false;
        }
        return Executors.around(node) == null || racedPromise(node, file) != null;
    }

    private static boolean isDropped(ISwc4jAst timer, SourceFile file) {
        ISwc4jAst holder = Syntax.around(timer);
        return switch (holder) {
            case Swc4jAstExprStmt statement -> true;
            case Swc4jAstArrowExpr arrow -> Executors.around(timer) != null;
            case Swc4jAstUnaryExpr unary -> unary.getOp() == Swc4jAstUnaryOp.Void;
            case Swc4jAstVarDeclarator variable -> {
                Binding binding = file.scopes().declaredBy(variable);
                yield binding != null && file.scopes().references(binding).isEmpty();
            }
            default -> false;
        };
    }

    /// The promise whose executor starts the timer, when it stands in the list of a race; null otherwise.
    private static @Nullable Swc4jAstNewExpr racedPromise(ISwc4jAst timer, SourceFile file) {
        Swc4jAstNewExpr promise = Executors.around(timer);
        if (promise == null || !(Syntax.around(promise) instanceof Swc4jAstExprOrSpread element)) {
            return null;
        }
        if (!(element.getParent() instanceof Swc4jAstArrayLit list)
                || !(Syntax.around(list) instanceof Swc4jAstExprOrSpread argument)) {
            return null;
        }
        Syntax.Call call = Syntax.call(argument.getParent());
        boolean isRace = call != null && file.text(call.callee()).equals("Promise.race");
        return isRace ? promise : null;
    }
}
