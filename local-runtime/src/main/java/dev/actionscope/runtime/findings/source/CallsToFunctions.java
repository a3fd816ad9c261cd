package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calls of a file that go through Convex to another function: `ctx.runQuery(internal.a.b, …)`,
/// `ctx.scheduler.runAfter(0, internal.a.b, …)`.
final class CallsToFunctions {
    private static final Map<String, Integer> REFERENCE_ARGUMENT =
            Map.of("runQuery", 0, "runMutation", 0, "runAction", 0, "scheduler.runAfter", 1, "scheduler.runAt", 1);

    private CallsToFunctions() {}

    /// One such call.
    ///
    /// @param how as in `runQuery` or `scheduler.runAfter`
    /// @param reference what it names, null when that cannot be said
    /// @param function the project's function it means, null when that cannot be said
    record CallToFunction(
            String how,
            ISwc4jAst node,
            @Nullable ISwc4jAst argument,
            Value.@Nullable Reference reference,
            @Nullable Registration function) {

        boolean isSchedule() {
            return how.startsWith("scheduler.");
        }

        /// `orders:pay`, or the text of what stands there.
        String target(SourceFile file) {
            if (function != null && !function.path().isEmpty()) {
                return function.path();
            }
            return argument == null ? "a function" : file.text(argument);
        }
    }

    /// All of a file, in the order of the text.
    static List<CallToFunction> in(SourceFile file, Evaluator evaluator) {
        List<CallToFunction> calls = new ArrayList<>();
        for (ISwc4jAst node : Syntax.all(file.program(), ISwc4jAst.class)) {
            CallToFunction call = of(node, file, evaluator);
            if (call != null) {
                calls.add(call);
            }
        }
        return calls;
    }

    /// A node as such a call; null when it is none.
    static @Nullable CallToFunction of(ISwc4jAst node, SourceFile file, Evaluator evaluator) {
        Syntax.Call call = Syntax.callHere(node);
        if (call == null || !(evaluator.of(call.callee(), file) instanceof Value.Context(String how))) {
            return null;
        }
        Integer index = REFERENCE_ARGUMENT.get(how);
        if (index == null) {
            return null;
        }
        ISwc4jAst argument = call.argument(index);
        Value.Reference reference = evaluator.of(argument, file) instanceof Value.Reference found ? found : null;
        Registration function =
                reference == null ? null : evaluator.names().exports().function(reference);
        return new CallToFunction(how, node, argument, reference, function);
    }
}
