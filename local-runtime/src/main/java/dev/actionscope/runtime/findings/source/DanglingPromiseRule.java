package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstUnaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstSeqExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUnaryExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import dev.actionscope.runtime.findings.Rule;
import java.util.List;

/// Finds promises of work that nobody can wait for any more: dropped where they were made, kept in a variable that is
/// never read, or made by a `forEach`.
record DanglingPromiseRule(SourceFile file, Evaluator evaluator, FindingSink sink) {

    /// As a rule for any file.
    static SourceRule rule() {
        return (file, tree, evaluator, sink) -> new DanglingPromiseRule(file, evaluator, sink).check();
    }

    private void check() {
        for (Swc4jAstExprStmt statement : Syntax.all(file.program(), Swc4jAstExprStmt.class)) {
            if (!isInAbandonedTimer(statement) && !Executors.settles(statement)) {
                dropped(statement.getExpr());
            }
        }
        for (Swc4jAstVarDeclarator variable : Syntax.all(file.program(), Swc4jAstVarDeclarator.class)) {
            variable(variable);
        }
        Syntax.walk(file.program(), this::forEach);
    }

    private void dropped(ISwc4jAst expression) {
        switch (Syntax.bare(expression)) {
            case Swc4jAstUnaryExpr unary when unary.getOp() == Swc4jAstUnaryOp.Void -> dropped(unary.getArg());
            case Swc4jAstSeqExpr sequence -> sequence.getExprs().forEach(this::dropped);
            case Swc4jAstCondExpr choice -> {
                dropped(choice.getCons());
                dropped(choice.getAlt());
            }
            case Swc4jAstBinExpr binary when isShortCircuit(binary) -> dropped(binary.getRight());
            case ISwc4jAst node
            when Syntax.call(node) != null || node instanceof Swc4jAstNewExpr -> {
                Value value = evaluator.of(node, file);
                if (value instanceof Value.Promised) {
                    report(expression, described(node) + " is not awaited: it");
                } else if (value instanceof Value.Promises) {
                    report(expression, described(node) + " makes promises that nobody awaits: they");
                }
            }
            default -> {}
        }
    }

    private static boolean isShortCircuit(Swc4jAstBinExpr binary) {
        return binary.getOp() == Swc4jAstBinaryOp.LogicalAnd
                || binary.getOp() == Swc4jAstBinaryOp.LogicalOr
                || binary.getOp() == Swc4jAstBinaryOp.NullishCoalescing;
    }

    /// A promise kept in a variable that is never read, or an array of them of which only the length is.
    private void variable(Swc4jAstVarDeclarator variable) {
        Binding binding = file.scopes().declaredBy(variable);
        if (binding == null || variable.getInit().isEmpty() || isExported(variable)) {
            return;
        }
        ISwc4jAst value = Syntax.bare(variable.getInit().get());
        if (Syntax.call(value) == null && !(value instanceof Swc4jAstNewExpr)) {
            return;
        }
        List<Swc4jAstIdent> uses = file.scopes().references(binding);
        Value held = evaluator.of(value, file);
        if (held instanceof Value.Promised && uses.isEmpty()) {
            report(
                    value,
                    "the promise of " + described(value) + " is kept in `" + binding.name()
                            + "` and never awaited: it");
        } else if (held instanceof Value.Promises && uses.stream().allMatch(DanglingPromiseRule::isOnlyCounted)) {
            report(value, "the promises in `" + binding.name() + "` are never awaited: they");
        }
    }

    private static boolean isOnlyCounted(Swc4jAstIdent use) {
        return use.getParent() instanceof Swc4jAstMemberExpr member
                && Syntax.name(member.getProp()).equals("length");
    }

    private static boolean isExported(ISwc4jAst variable) {
        return variable.getParent() != null && variable.getParent().getParent() instanceof Swc4jAstExportDecl;
    }

    private void forEach(ISwc4jAst node) {
        Syntax.Call call = Syntax.callHere(node);
        if (call == null || !call.method().equals("forEach") || isInAbandonedTimer(node)) {
            return;
        }
        if (evaluator.callbackIsWork(call.argument(0), file)) {
            report(node, "`forEach` drops the promise of every call of its callback: they");
        }
    }

    private boolean isInAbandonedTimer(ISwc4jAst node) {
        return TimerRule.isInAbandonedTimer(node, file, evaluator);
    }

    private String described(ISwc4jAst node) {
        return Described.of(node, file);
    }

    private void report(ISwc4jAst node, String what) {
        sink.report(
                Rule.DANGLING_PROMISE, node, file, what + " may or may not have finished when the function returns.");
    }
}
