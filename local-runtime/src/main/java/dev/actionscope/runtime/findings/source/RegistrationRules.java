package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstSpreadElement;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import dev.actionscope.runtime.findings.Rule;
import java.util.List;
import java.util.Set;

/// Rules about how functions are registered: `missing-args-validator`, `node-directive`.
final class RegistrationRules {
    private static final Set<String> NODE_GLOBALS = Set.of(
            "Buffer",
            "require",
            "module",
            "__dirname",
            "__filename",
            "global",
            "process",
            "setImmediate",
            "clearImmediate",
            "queueMicrotask",
            "WebSocket",
            "XMLHttpRequest",
            "navigator",
            "Worker",
            "MessageChannel",
            "BroadcastChannel",
            "CompressionStream",
            "DecompressionStream",
            "CustomEvent");
    private static final Set<String> CONVEX_ONLY = Set.of("http", "crons", "schema", "auth.config");

    private RegistrationRules() {}

    static void check(SourceFile file, SourceTree tree, Evaluator evaluator, FindingSink sink) {
        List<Registration> registrations = evaluator.names().exports().registrations(file);
        for (Registration registration : registrations) {
            missingArgs(registration, file, sink);
            if (file.isNode() && !registration.kind().isAction()) {
                sink.report(
                        Rule.NODE_DIRECTIVE,
                        registration.call(),
                        file,
                        "`" + registration.path() + "` is a "
                                + registration.kind().word()
                                + " in a file with \"use node\": only actions can run in Node.js.");
            }
        }
        ISwc4jAst directive = file.directive();
        if (directive != null) {
            directive(directive, registrations, file, tree, sink);
        }
    }

    private static void directive(
            ISwc4jAst directive, List<Registration> registrations, SourceFile file, SourceTree tree, FindingSink sink) {
        String module = tree.module(file);
        if (CONVEX_ONLY.contains(module)) {
            sink.report(
                    Rule.NODE_DIRECTIVE,
                    directive,
                    file,
                    "`" + module + "` cannot run in Node.js: remove \"use node\".");
        } else if (!registrations.isEmpty()
                && registrations.stream().allMatch(function -> function.kind().isAction())
                && tree.reachable(file).stream().noneMatch(reached -> mayNeedNode(reached, tree))) {
            sink.report(
                    Rule.NODE_DIRECTIVE,
                    directive,
                    file,
                    "nothing in this file needs Node.js: without \"use node\" its actions start faster.");
        }
    }

    private static boolean mayNeedNode(SourceFile file, SourceTree tree) {
        for (String specifier : tree.imports(file)) {
            boolean isGenerated = specifier.contains("_generated/");
            boolean isConvex = specifier.equals("convex") || specifier.startsWith("convex/");
            if (!isGenerated && !isConvex && tree.imported(file, specifier) == null) {
                return true;
            }
        }
        for (Swc4jAstIdent ident : Syntax.all(file.program(), Swc4jAstIdent.class)) {
            boolean isImport = ident.getParent().getClass().getSimpleName().startsWith("Swc4jAstImport");
            if (!isImport && isNodeGlobal(ident, file)) {
                return true;
            }
        }
        return file.text(file.program()).contains("import(")
                || file.text(file.program()).contains("eval(");
    }

    private static boolean isNodeGlobal(Swc4jAstIdent ident, SourceFile file) {
        if (!NODE_GLOBALS.contains(ident.getSym()) || file.scopes().resolve(ident.getSym(), ident) != null) {
            return false;
        }
        boolean isEnvironment =
                ident.getSym().equals("process") && file.text(ident.getParent()).equals("process.env");
        return !isEnvironment;
    }

    private static void missingArgs(Registration registration, SourceFile file, FindingSink sink) {
        boolean takesArguments = registration.kind() != Registration.Kind.HTTP_ACTION && !registration.isCustom();
        boolean isUnknown = registration.handler() == null
                || (registration.configuration() == null && !Syntax.isFunction(registration.handler()));
        if (!registration.isPublic()
                || !takesArguments
                || isUnknown
                || registration.path().isEmpty()) {
            return;
        }
        boolean hasArgs = registration.configuration() != null
                && (Syntax.property(registration.configuration(), "args") != null
                        || registration.configuration().getProps().stream()
                                .anyMatch(property -> property instanceof Swc4jAstSpreadElement));
        if (!hasArgs) {
            ISwc4jAst holder = Syntax.around(registration.call());
            sink.report(
                    Rule.MISSING_ARGS_VALIDATOR,
                    holder instanceof Swc4jAstVarDeclarator variable ? variable.getName() : registration.call(),
                    file,
                    "`" + registration.path()
                            + "` is public and does not say which `args` it takes: clients can send it" + " anything.");
        }
    }
}
