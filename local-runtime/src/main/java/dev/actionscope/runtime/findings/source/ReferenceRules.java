package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import dev.actionscope.runtime.findings.Rule;
import dev.actionscope.runtime.findings.source.CallsToFunctions.CallToFunction;

/// Rules about which function is called how: `chained-run-action`, `public-function-call`, `direct-function-call`.
final class ReferenceRules {
    private ReferenceRules() {}

    static void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink) {
        Surroundings surroundings = new Surroundings(tree, evaluator);
        for (CallToFunction call : CallsToFunctions.in(file, evaluator)) {
            chained(call, file, surroundings, sink);
            publicCall(call, file, sink);
        }
        Syntax.walk(file.program(), node -> direct(node, file, evaluator, sink));
    }

    private static void chained(CallToFunction call, SourceFile file, Surroundings surroundings, FindingSink sink) {
        Registration target = call.function();
        if (!call.how().equals("runAction") || target == null || !target.kind().isAction()) {
            return;
        }
        Boolean isNode = surroundings.isInNode(call.node(), file);
        if (isNode != null && isNode == target.file().isNode()) {
            String runtime = isNode ? "Node.js" : "Convex's runtime";
            sink.report(
                    Rule.CHAINED_RUN_ACTION,
                    call.node(),
                    file,
                    "`ctx.runAction` starts `" + target.path() + "`, which runs in " + runtime
                            + " like its caller: a helper function would do without the second function call.");
        }
    }

    private static void publicCall(CallToFunction call, SourceFile file, FindingSink sink) {
        Registration target = call.function();
        Value.Reference reference = call.reference();
        if (reference == null || !reference.isPublic() || target == null || !target.isPublic()) {
            return;
        }
        String does = call.isSchedule() ? "schedules" : "calls";
        sink.report(
                Rule.PUBLIC_FUNCTION_CALL,
                call.node(),
                file,
                "`ctx." + call.how() + "` " + does + " `" + target.path()
                        + "`, which every client may call as well: make it internal, or share its code.");
    }

    private static void direct(ISwc4jAst node, SourceFile file, Evaluator evaluator, FindingSink sink) {
        Syntax.Call call = Syntax.callHere(node);
        if (call == null
                || !(evaluator.of(call.callee(), file) instanceof Value.Registered(Registration target))
                || target.path().isEmpty()) {
            return;
        }
        sink.report(
                Rule.DIRECT_FUNCTION_CALL,
                node,
                file,
                Described.of(node, file) + " calls the " + target.kind().word() + " `" + target.path()
                        + "` as a plain function: its arguments are not validated and it gets no context of its own.");
    }
}
