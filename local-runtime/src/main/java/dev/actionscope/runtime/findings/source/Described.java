package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;

/// How messages name a piece of code.
final class Described {
    private static final int LONGEST = 48;

    private Described() {}

    /// A call as `ctx.runQuery(...)`, an immediate function as such, other code by its own text.
    static String of(ISwc4jAst node, SourceFile file) {
        Syntax.Call call = Syntax.call(node);
        if (call != null && Syntax.isFunction(Syntax.functionOf(call.callee()))) {
            return "the function called in place";
        }
        if (call != null) {
            return "`" + shortened(file.text(call.callee())) + "(...)`";
        }
        return node instanceof Swc4jAstNewExpr made
                ? "`new " + shortened(file.text(made.getCallee())) + "(...)`"
                : "`" + shortened(file.text(node)) + "`";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").replace(" .", ".");
        int arguments = line.indexOf('(');
        String plain = arguments > 0 ? line.replaceAll("\\([^()]*\\)", "(...)") : line;
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
