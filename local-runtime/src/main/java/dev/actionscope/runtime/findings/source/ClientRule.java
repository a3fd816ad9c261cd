package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.findings.source.CallsToFunctions.CallToFunction;
import java.util.HashSet;
import java.util.Set;

/// Rule `action-called-from-client`: reads the files outside the functions folder.
///
/// @param scheduled paths of the actions that some mutation schedules
record ClientRule(Set<String> scheduled) {

    static ClientRule of(SourceTree tree, Evaluator evaluator) {
        Set<String> scheduled = new HashSet<>();
        for (SourceFile file : tree.backend()) {
            for (CallToFunction call : CallsToFunctions.in(file, evaluator)) {
                Registration from = evaluator.names().exports().enclosing(call.node(), file);
                boolean isInMutation = from == null || from.kind() == Registration.Kind.MUTATION;
                if (call.isSchedule() && isInMutation && call.function() != null) {
                    scheduled.add(call.function().path());
                }
            }
        }
        return new ClientRule(scheduled);
    }

    void check(SourceFile file, Evaluator evaluator, FindingSink sink) {
        Syntax.walk(file.program(), node -> {
            Syntax.Call call = Syntax.callHere(node);
            if (call == null || !isActionCall(call)) {
                return;
            }
            if (!(evaluator.of(call.argument(0), file) instanceof Value.Reference reference)) {
                return;
            }
            Registration action = evaluator.names().exports().function(reference);
            if (action != null && action.kind() == Registration.Kind.ACTION && !scheduled.contains(action.path())) {
                report(node, action.path(), file, sink);
            }
        });
    }

    private static void report(ISwc4jAst node, String path, SourceFile file, FindingSink sink) {
        sink.report(
                Rule.ACTION_CALLED_FROM_CLIENT,
                node,
                file,
                "the client calls the action `" + path
                        + "` directly: a mutation that writes down what the user wants and schedules the action can"
                        + " prevent doing it twice.");
    }

    private static boolean isActionCall(Syntax.Call call) {
        boolean isHook =
                call.callee() instanceof Swc4jAstIdent ident && ident.getSym().equals("useAction");
        return isHook || call.method().equals("action");
    }
}
