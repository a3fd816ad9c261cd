package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClass;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAwaitExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstClassExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstSeqExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstThisExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstReturnStmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what is known of expressions, across the files of a project. What it does not understand is unknown; it never
/// guesses.
final class Evaluator {
    private static final Set<String> CONTEXT_CALLS = Set.of(
            "runQuery",
            "runMutation",
            "runAction",
            "vectorSearch",
            "scheduler.runAfter",
            "scheduler.runAt",
            "scheduler.cancel",
            "storage.store",
            "storage.get",
            "storage.getUrl",
            "storage.getMetadata",
            "storage.delete",
            "storage.generateUploadUrl",
            "auth.getUserIdentity",
            "db.insert",
            "db.patch",
            "db.replace",
            "db.delete",
            "db.get",
            "db.system.get");
    private static final Set<String> PROMISE_GROUPS =
            Set.of("Promise.all", "Promise.allSettled", "Promise.race", "Promise.any");
    private static final Set<String> QUERY_ENDS =
            Set.of("collect", "take", "first", "unique", "paginate", "next", "count");
    private static final Set<String> KEEPS_PROMISES = Set.of("filter", "slice", "concat", "reverse", "flat", "sort");

    private final Names names;
    private final IdentityHashMap<ISwc4jAst, Value> known = new IdentityHashMap<>();

    Evaluator(SourceTree tree) {
        this.names = new Names(tree, this);
    }

    Names names() {
        return names;
    }

    /// What is known of an expression in a file.
    Value of(@Nullable ISwc4jAst expression, SourceFile file) {
        if (expression == null) {
            return Value.unknown();
        }
        ISwc4jAst node = Syntax.bare(expression);
        Value value = known.get(node);
        if (value == null) {
            known.put(node, Value.unknown()); // a cycle ends here
            value = evaluate(node, file);
            known.put(node, value);
        }
        return value;
    }

    /// What calling a value gives.
    Value result(Value callee, Syntax.Call call, SourceFile file) {
        return switch (callee) {
            case Value.Global(String path) -> globalResult(path, call, file);
            case Value.Context(String path)
            when path.equals("db.query") || path.equals("db.system.query") -> new Value.DatabaseQuery();
            case Value.Context(String path) when CONTEXT_CALLS.contains(path) -> Value.promised();
            case Value.Callable(ISwc4jAst code, SourceFile home) -> returned(code, home);
            case Value.Registered(Registration registration) -> Value.promised();
            case Value.PromiseMethod method -> Value.promised();
            default -> Value.unknown();
        };
    }

    private Value evaluate(ISwc4jAst node, SourceFile file) {
        return switch (node) {
            case Swc4jAstIdent ident -> names.value(ident, file);
            case Swc4jAstThisExpr self -> thisValue(self, file);
            case Swc4jAstMemberExpr member -> names.member(of(member.getObj(), file), Syntax.name(member.getProp()));
            case Swc4jAstArrowExpr arrow -> new Value.Callable(arrow, file);
            case Swc4jAstFunction function -> new Value.Callable(function, file);
            case Swc4jAstFnExpr function -> new Value.Callable(function.getFunction(), file);
            case Swc4jAstObjectLit object -> new Value.ObjectShape(object, file);
            case Swc4jAstClassExpr clazz -> new Value.ClassShape(clazz.getClazz(), file);
            case Swc4jAstNewExpr made -> made(made, file);
            case Swc4jAstAwaitExpr awaited ->
                of(awaited.getArg(), file) instanceof Value.Promised(Value result) ? result : Value.unknown();
            case Swc4jAstCondExpr choice -> either(of(choice.getCons(), file), of(choice.getAlt(), file));
            case Swc4jAstBinExpr binary -> binary(binary, file);
            case Swc4jAstSeqExpr sequence -> of(sequence.getExprs().getLast(), file);
            case Swc4jAstArrayLit array -> arrayValue(array, file);
            default -> callValue(node, file);
        };
    }

    private Value callValue(ISwc4jAst node, SourceFile file) {
        Syntax.Call call = Syntax.call(node);
        if (call == null) {
            return Value.unknown();
        }
        if (node instanceof Swc4jAstCallExpr plain) {
            Registration registration = names.registration(plain, file);
            if (registration != null) {
                return new Value.Registered(registration);
            }
        }
        Value listed = arrayMethod(call, file);
        return listed != null ? listed : result(of(call.callee(), file), call, file);
    }

    /// `array.map(async …)` and what keeps an array of promises one.
    private @Nullable Value arrayMethod(Syntax.Call call, SourceFile file) {
        if (!(call.callee() instanceof Swc4jAstMemberExpr member)) {
            return null;
        }
        if (call.method().equals("map") && of(member.getObj(), file) instanceof Value.Unknown) {
            return callbackIsWork(call.argument(0), file) ? new Value.Promises() : null;
        }
        boolean isKept = KEEPS_PROMISES.contains(call.method());
        return isKept && of(member.getObj(), file) instanceof Value.Promises list ? list : null;
    }

    /// Whether a callback begins work each time it is called, and gives its promise back.
    boolean callbackIsWork(@Nullable ISwc4jAst callback, SourceFile file) {
        return of(callback, file) instanceof Value.Callable(ISwc4jAst code, SourceFile home)
                && returned(code, home) instanceof Value.Promised;
    }

    private Value globalResult(String path, Syntax.Call call, SourceFile file) {
        if (path.equals("fetch") || PROMISE_GROUPS.contains(path)) {
            return Value.promised();
        }
        return switch (path) {
            case "Promise.resolve", "Promise.reject" -> new Value.Settled();
            case "setTimeout", "setInterval" -> new Value.Timer();
            case "Array.from" -> callbackIsWork(call.argument(1), file) ? new Value.Promises() : Value.unknown();
            default -> Value.unknown();
        };
    }

    private Value returned(ISwc4jAst code, SourceFile file) {
        Signature signature = Signature.of(code);
        if (signature.isGenerator()) {
            return Value.unknown();
        }
        Value declared = names.declaredType(signature.returnType(), file);
        if (!(declared instanceof Value.Unknown)) {
            return declared;
        }
        if (signature.returnType() != null) {
            return signature.isAsync() ? Value.promised() : Value.unknown();
        }
        Value body = bodyResult(code, signature, file);
        if (!signature.isAsync()) {
            return body;
        }
        return new Value.Promised(body instanceof Value.Promised(Value inner) ? inner : body);
    }

    private Value bodyResult(ISwc4jAst code, Signature signature, SourceFile file) {
        if (signature.body() == null) {
            return Value.unknown();
        }
        if (signature.isExpression()) {
            return of(signature.body(), file);
        }
        Value joined = Value.unknown();
        for (Swc4jAstReturnStmt statement : Syntax.all(signature.body(), Swc4jAstReturnStmt.class)) {
            if (Syntax.isSame(Syntax.enclosingFunction(statement), code)) {
                joined = either(joined, of(statement.getArg().orElse(null), file));
            }
        }
        return joined;
    }

    private Value made(Swc4jAstNewExpr made, SourceFile file) {
        return switch (of(made.getCallee(), file)) {
            case Value.Global(String path) when path.equals("Promise") -> Value.promised();
            case Value.ClassShape(Swc4jAstClass clazz, SourceFile home) -> new Value.Instance(clazz, home);
            default -> Value.unknown();
        };
    }

    private Value binary(Swc4jAstBinExpr binary, SourceFile file) {
        Swc4jAstBinaryOp op = binary.getOp();
        if (op == Swc4jAstBinaryOp.LogicalAnd) {
            return of(binary.getRight(), file);
        }
        boolean isChoice = op == Swc4jAstBinaryOp.LogicalOr || op == Swc4jAstBinaryOp.NullishCoalescing;
        return isChoice ? either(of(binary.getLeft(), file), of(binary.getRight(), file)) : Value.unknown();
    }

    private Value arrayValue(Swc4jAstArrayLit array, SourceFile file) {
        List<Swc4jAstExprOrSpread> elements = new ArrayList<>();
        array.getElems().forEach(element -> element.ifPresent(elements::add));
        boolean hasWork = elements.stream()
                .anyMatch(element -> of(element.getExpr(), file).isWork());
        return hasWork ? new Value.Promises() : Value.unknown();
    }

    private Value thisValue(Swc4jAstThisExpr self, SourceFile file) {
        ISwc4jAst function = Syntax.enclosingFunction(self);
        while (function instanceof Swc4jAstArrowExpr && Syntax.enclosingFunction(function) != null) {
            function = Syntax.enclosingFunction(function);
        }
        ISwc4jAst owner = function == null ? null : function.getParent();
        for (ISwc4jAst node = owner; node != null && !Syntax.isFunction(node); node = node.getParent()) {
            if (node instanceof Swc4jAstClass clazz) {
                return new Value.Instance(clazz, file);
            }
        }
        return Value.unknown();
    }

    private static Value either(Value one, Value other) {
        return one.isWork() || other instanceof Value.Unknown ? one : other;
    }

    /// Whether a method of a database query sends it.
    static boolean sendsQuery(String method) {
        return QUERY_ENDS.contains(method);
    }
}
