package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportAll;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultExpr;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What files export, and the functions they register.
final class Exports {
    private final SourceTree tree;
    private final Evaluator evaluator;
    private final IdentityHashMap<ISwc4jAst, Optional<Registration>> registrations = new IdentityHashMap<>();

    Exports(SourceTree tree, Evaluator evaluator) {
        this.tree = tree;
        this.evaluator = evaluator;
    }

    /// What a file exports under a name.
    Value value(SourceFile file, String name) {
        for (ISwc4jAst item : Syntax.children(file.program())) {
            Value value = exported(item, file, name);
            if (value != null) {
                return value;
            }
        }
        return Value.unknown();
    }

    /// The functions a file registers, in order.
    List<Registration> registrations(SourceFile file) {
        List<Registration> found = new ArrayList<>();
        for (Swc4jAstCallExpr call : Syntax.all(file.program(), Swc4jAstCallExpr.class)) {
            Registration registration = registration(call, file);
            if (registration != null) {
                found.add(registration);
            }
        }
        return found;
    }

    /// The registered function that a node stands in, or null.
    @Nullable
    Registration enclosing(ISwc4jAst node, SourceFile file) {
        for (ISwc4jAst outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof Swc4jAstCallExpr call) {
                Registration registration = registration(call, file);
                if (registration != null) {
                    return registration;
                }
            }
        }
        return null;
    }

    /// The function that a call registers; null for other calls.
    @Nullable
    Registration registration(Swc4jAstCallExpr call, SourceFile file) {
        Optional<Registration> known = registrations.get(call);
        if (known == null) {
            known = Optional.ofNullable(read(call, file));
            registrations.put(call, known);
        }
        return known.orElse(null);
    }

    /// The function that a reference such as `internal.orders.pay` means; null when the project does not register it.
    @Nullable
    Registration function(Value.Reference reference) {
        List<String> path = reference.path();
        if (path.size() < 2) {
            return null;
        }
        SourceFile file = tree.moduleFile(String.join("/", path.subList(0, path.size() - 1)));
        return file != null && value(file, path.getLast()) instanceof Value.Registered(Registration registration)
                ? registration
                : null;
    }

    private @Nullable Registration read(Swc4jAstCallExpr call, SourceFile file) {
        ISwc4jAst callee = Syntax.bare(call.getCallee());
        if (call.getArgs().isEmpty() || callee instanceof Swc4jAstMemberExpr) {
            return null;
        }
        Value builder = evaluator.of(callee, file);
        boolean isCustom = false;
        if (builder instanceof Value.Unknown && !call.getArgs().isEmpty()) {
            builder = customBuilder(callee, file);
            isCustom = true;
        }
        if (!(builder instanceof Value.Builder(Registration.Kind kind, boolean isPublic))) {
            return null;
        }
        ISwc4jAst argument = Syntax.bare(call.getArgs().getFirst().getExpr());
        Swc4jAstObjectLit configuration = argument instanceof Swc4jAstObjectLit object ? object : null;
        ISwc4jAst handler = configuration == null ? argument : Syntax.property(configuration, "handler");
        return new Registration(
                kind,
                isPublic,
                path(call, file),
                file,
                call,
                configuration,
                handler == null ? null : Syntax.functionOf(handler),
                isCustom);
    }

    /// The builder under one such as `customMutation(mutation, …)`.
    private Value customBuilder(ISwc4jAst callee, SourceFile file) {
        if (!(callee instanceof Swc4jAstIdent ident)) {
            return Value.unknown();
        }
        Binding binding = file.scopes().resolve(ident.getSym(), ident);
        if (binding == null || !(binding.declaration() instanceof Swc4jAstVarDeclarator variable)) {
            return Value.unknown();
        }
        Syntax.Call made = variable.getInit().map(Syntax::call).orElse(null);
        return made == null ? Value.unknown() : evaluator.of(made.argument(0), file);
    }

    private String path(Swc4jAstCallExpr call, SourceFile file) {
        ISwc4jAst holder = Syntax.around(call);
        if (holder instanceof Swc4jAstExportDefaultExpr) {
            return tree.module(file) + ":default";
        }
        boolean isTopLevel = Syntax.enclosingFunction(call) == null;
        if (isTopLevel
                && holder instanceof Swc4jAstVarDeclarator variable
                && variable.getName() instanceof Swc4jAstBindingIdent name) {
            return tree.module(file) + ":" + name.getId().getSym();
        }
        return "";
    }

    private @Nullable Value exported(ISwc4jAst item, SourceFile file, String name) {
        return switch (item) {
            case Swc4jAstExportDecl declaration -> declared(declaration.getDecl(), file, name);
            case Swc4jAstExportDefaultExpr standard
            when name.equals("default") -> evaluator.of(standard.getExpr(), file);
            case Swc4jAstExportDefaultDecl standard
            when name.equals("default") && standard.getDecl() instanceof Swc4jAstFnExpr function ->
                new Value.Callable(function.getFunction(), file);
            case Swc4jAstNamedExport named -> named(named, file, name);
            case Swc4jAstExportAll all -> {
                SourceFile target = tree.imported(file, all.getSrc().getValue());
                Value value = target == null || target == file ? Value.unknown() : value(target, name);
                yield value instanceof Value.Unknown ? null : value;
            }
            default -> null;
        };
    }

    private @Nullable Value declared(ISwc4jAst declaration, SourceFile file, String name) {
        boolean isHere = switch (declaration) {
            case Swc4jAstVarDecl variables ->
                variables.getDecls().stream()
                        .anyMatch(variable -> variable.getName() instanceof Swc4jAstBindingIdent ident
                                && ident.getId().getSym().equals(name));
            case Swc4jAstFnDecl function -> function.getIdent().getSym().equals(name);
            case Swc4jAstClassDecl clazz -> clazz.getIdent().getSym().equals(name);
            default -> false;
        };
        return isHere ? local(file, name) : null;
    }

    private @Nullable Value named(Swc4jAstNamedExport export, SourceFile file, String name) {
        for (ISwc4jAst specifier : export.getSpecifiers()) {
            if (specifier instanceof Swc4jAstExportNamedSpecifier plain
                    && Syntax.name(plain.getExported().orElse(plain.getOrig())).equals(name)) {
                String original = Syntax.name(plain.getOrig());
                if (export.getSrc().isEmpty()) {
                    return local(file, original);
                }
                SourceFile target = tree.imported(file, export.getSrc().get().getValue());
                return target == null || target == file ? Value.unknown() : value(target, original);
            }
        }
        return null;
    }

    private Value local(SourceFile file, String name) {
        Binding binding = file.scopes().resolve(name, file.program());
        return binding == null ? Value.unknown() : evaluator.names().value(binding, file);
    }
}
