package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAwaitExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForOfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstThrowStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.findings.source.CallsToFunctions.CallToFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rules about calls that could be one: `sequential-calls`, `calls-in-loop`. Only in actions: there every call is a
/// transaction of its own.
final class SequenceRules {
    private static final Set<String> EACH = Set.of("map", "forEach", "flatMap");
    private static final String BATCH = ".*(batch|chunk|page|slice|group).*";

    private SequenceRules() {}

    static void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink) {
        Surroundings surroundings = new Surroundings(tree, evaluator);
        for (Swc4jAstBlockStmt block : Syntax.all(file.program(), Swc4jAstBlockStmt.class)) {
            if (surroundings.isInAction(block, file)) {
                sequential(block, file, evaluator, sink);
            }
        }
        for (CallToFunction call : CallsToFunctions.in(file, evaluator)) {
            if (!call.isSchedule() && surroundings.isInAction(call.node(), file)) {
                inLoop(call, file, sink);
            }
        }
    }

    private static void sequential(Swc4jAstBlockStmt block, SourceFile file, Evaluator evaluator, FindingSink sink) {
        CallToFunction before = null;
        for (ISwc4jAst statement : block.getStmts()) {
            CallToFunction call = awaitedCall(statement, file, evaluator);
            if (call != null
                    && before != null
                    && call.how().equals(before.how())
                    && !call.how().equals("runAction")) {
                sink.report(Rule.SEQUENTIAL_CALLS, call.node(), file, message(before, call, file));
            }
            if (call != null || !isGuard(statement)) {
                before = call;
            }
        }
    }

    private static String message(CallToFunction before, CallToFunction call, SourceFile file) {
        String kind = call.how().equals("runQuery") ? "queries" : "mutations";
        return "`" + before.target(file) + "` and `" + call.target(file) + "` are called one after the other: two "
                + kind + " are two transactions, which may see different data, and two function calls.";
    }

    /// `await ctx.runX(…)` as a statement of its own, or as what a variable begins with.
    private static @Nullable CallToFunction awaitedCall(ISwc4jAst statement, SourceFile file, Evaluator evaluator) {
        ISwc4jAst expression = switch (statement) {
            case Swc4jAstExprStmt plain -> plain.getExpr();
            case Swc4jAstVarDecl variables
            when variables.getDecls().size() == 1 ->
                variables.getDecls().getFirst().getInit().orElse(null);
            case Swc4jAstReturnStmt returned -> returned.getArg().orElse(null);
            default -> null;
        };
        if (expression == null || !(Syntax.bare(expression) instanceof Swc4jAstAwaitExpr awaited)) {
            return null;
        }
        CallToFunction call = CallsToFunctions.of(Syntax.bare(awaited.getArg()), file, evaluator);
        return call == null || call.isSchedule() ? null : call;
    }

    /// `if (x === null) { throw …; }`, which does not come between two calls.
    private static boolean isGuard(ISwc4jAst statement) {
        if (!(statement instanceof Swc4jAstIfStmt choice) || choice.getAlt().isPresent()) {
            return false;
        }
        boolean waits = !Syntax.all(choice, Swc4jAstAwaitExpr.class).isEmpty();
        ISwc4jAst then = choice.getCons() instanceof Swc4jAstBlockStmt block
                        && block.getStmts().size() == 1
                ? block.getStmts().getFirst()
                : choice.getCons();
        return !waits && (then instanceof Swc4jAstThrowStmt || then instanceof Swc4jAstReturnStmt);
    }

    private static void inLoop(CallToFunction call, SourceFile file, FindingSink sink) {
        Element element = element(call.node(), file);
        if (element == null || element.isBatch() || !mentions(call.node(), element.names())) {
            return;
        }
        sink.report(
                Rule.CALLS_IN_LOOP,
                call.node(),
                file,
                "`ctx." + call.how() + "` calls `" + call.target(file) + "` once for each element of `" + element.list()
                        + "`: one call that takes them all is one transaction and one function call.");
    }

    private static boolean mentions(ISwc4jAst call, Set<String> names) {
        return Syntax.all(call, Swc4jAstIdent.class).stream().anyMatch(ident -> names.contains(ident.getSym()));
    }

    /// The names that stand for one element of a list.
    private record Element(Set<String> names, String list) {
        /// Whether the names tell that an element is itself many.
        boolean isBatch() {
            return list.toLowerCase(Locale.ROOT).matches(BATCH)
                    || names.stream()
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).matches(BATCH));
        }
    }

    /// The innermost loop over a list around a node, within its function or the callback of `map`; null without one.
    private static @Nullable Element element(ISwc4jAst node, SourceFile file) {
        for (ISwc4jAst outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof Swc4jAstForOfStmt loop && Syntax.isInside(node, loop.getBody())) {
                return loop.isAwait() ? null : new Element(names(List.of(loop.getLeft())), file.text(loop.getRight()));
            }
            if (Syntax.isFunction(outer)) {
                return outer instanceof Swc4jAstArrowExpr arrow ? callbackElement(arrow, file) : null;
            }
        }
        return null;
    }

    private static @Nullable Element callbackElement(Swc4jAstArrowExpr arrow, SourceFile file) {
        if (!(Syntax.around(arrow) instanceof Swc4jAstExprOrSpread argument)) {
            return null;
        }
        Syntax.Call call = Syntax.call(argument.getParent());
        if (call == null || !EACH.contains(call.method()) || arrow.getParams().isEmpty()) {
            return null;
        }
        String callee = file.text(call.callee());
        return new Element(names(List.of(arrow.getParams().getFirst())), callee.substring(0, callee.lastIndexOf('.')));
    }

    private static Set<String> names(List<? extends ISwc4jAst> patterns) {
        Set<String> names = new HashSet<>();
        for (ISwc4jAst pattern : patterns) {
            Syntax.all(pattern, Swc4jAstBindingIdent.class)
                    .forEach(ident -> names.add(ident.getId().getSym()));
        }
        return names;
    }
}
