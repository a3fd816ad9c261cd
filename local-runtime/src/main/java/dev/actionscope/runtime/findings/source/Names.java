package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClass;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstMethodProp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstTsType;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDefaultSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstObjectPat;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsArrayType;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsTypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what names, members and type annotations stand for.
final class Names {
    private static final Map<String, Registration.Kind> BUILDERS = Map.of(
            "query", Registration.Kind.QUERY,
            "mutation", Registration.Kind.MUTATION,
            "action", Registration.Kind.ACTION,
            "internalQuery", Registration.Kind.QUERY,
            "internalMutation", Registration.Kind.MUTATION,
            "internalAction", Registration.Kind.ACTION,
            "httpAction", Registration.Kind.HTTP_ACTION);

    private final SourceTree tree;
    private final Evaluator evaluator;
    private final Exports exports;

    Names(SourceTree tree, Evaluator evaluator) {
        this.tree = tree;
        this.evaluator = evaluator;
        this.exports = new Exports(tree, evaluator);
    }

    /// What a name stands for.
    Value value(Swc4jAstIdent ident, SourceFile file) {
        Binding binding = file.scopes().resolve(ident.getSym(), ident);
        if (binding == null) {
            return ident.getSym().equals("globalThis") ? new Value.Global("") : new Value.Global(ident.getSym());
        }
        return value(binding, file);
    }

    /// What a binding holds.
    Value value(Binding binding, SourceFile file) {
        Value whole = switch (binding.kind()) {
            case IMPORT -> imported(binding, file);
            case FUNCTION -> new Value.Callable(binding.declaration(), file);
            case CLASS ->
                binding.declaration() instanceof Swc4jAstClass clazz
                        ? new Value.ClassShape(clazz, file)
                        : Value.unknown();
            case VARIABLE -> variable((Swc4jAstVarDeclarator) binding.declaration(), file);
            case PARAMETER -> parameter(binding, file);
        };
        return binding.property().isEmpty() ? whole : member(whole, binding.property());
    }

    /// What a member of a value is.
    Value member(Value object, String name) {
        return switch (object) {
            case Value.Global(String path) when path.isEmpty() -> new Value.Global(name);
            case Value.Global(String path) -> new Value.Global(path + "." + name);
            case Value.Context(String path) -> new Value.Context(path.isEmpty() ? name : path + "." + name);
            case Value.Reference(boolean isPublic, List<String> path) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                yield new Value.Reference(isPublic, longer);
            }
            case Value.Promised promised when isPromiseMethod(name) -> new Value.PromiseMethod();
            case Value.Settled settled when isPromiseMethod(name) -> new Value.PromiseMethod();
            case Value.DatabaseQuery query -> databaseMethod(name);
            case Value.Namespace(SourceFile home) -> exports.value(home, name);
            case Value.ObjectShape(var node, SourceFile home) -> evaluator.of(Syntax.property(node, name), home);
            case Value.Instance(Swc4jAstClass clazz, SourceFile home) ->
                new ClassMembers(clazz, home, false, this, evaluator).value(name);
            case Value.ClassShape(Swc4jAstClass clazz, SourceFile home) ->
                new ClassMembers(clazz, home, true, this, evaluator).value(name);
            case Value.Unknown unknown -> unknownMember(name);
            default -> Value.unknown();
        };
    }

    /// What a type annotation tells: a promise, promises, a context, an object of a class.
    Value declaredType(@Nullable ISwc4jAst type, SourceFile file) {
        return switch (type) {
            case null -> Value.unknown();
            case Swc4jAstTsArrayType array ->
                declaredType(array.getElemType(), file) instanceof Value.Promised
                        ? new Value.Promises()
                        : Value.unknown();
            case Swc4jAstTsTypeRef reference
            when reference.getTypeName() instanceof Swc4jAstIdent name -> namedType(name, reference, file);
            default -> Value.unknown();
        };
    }

    /// The function that a call registers; null for other calls.
    @Nullable
    Registration registration(Swc4jAstCallExpr call, SourceFile file) {
        return exports.registration(call, file);
    }

    Exports exports() {
        return exports;
    }

    private Value namedType(Swc4jAstIdent name, Swc4jAstTsTypeRef reference, SourceFile file) {
        if (name.getSym().endsWith("Ctx")) {
            return new Value.Context("");
        }
        if (name.getSym().equals("Promise")) {
            return Value.promised();
        }
        Optional<ISwc4jAstTsType> argument = reference
                .getTypeParams()
                .flatMap(types -> types.getParams().stream().findFirst());
        if (name.getSym().endsWith("Array") && argument.isPresent()) {
            return declaredType(argument.get(), file) instanceof Value.Promised
                    ? new Value.Promises()
                    : Value.unknown();
        }
        Binding binding = file.scopes().resolve(name.getSym(), name);
        return binding != null && value(binding, file) instanceof Value.ClassShape(Swc4jAstClass clazz, SourceFile home)
                ? new Value.Instance(clazz, home)
                : Value.unknown();
    }

    private Value imported(Binding binding, SourceFile file) {
        if (!(binding.declaration().getParent() instanceof Swc4jAstImportDecl declaration)) {
            return Value.unknown();
        }
        String source = declaration.getSrc().getValue();
        String name = switch (binding.declaration()) {
            case Swc4jAstImportNamedSpecifier named ->
                named.getImported().map(Syntax::name).orElse(binding.name());
            case Swc4jAstImportDefaultSpecifier standard -> "default";
            default -> "*";
        };
        if (source.matches(".*_generated/api(\\.js)?")) {
            boolean isPublic = name.equals("api");
            return isPublic || name.equals("internal") ? new Value.Reference(isPublic, List.of()) : Value.unknown();
        }
        if (source.matches(".*_generated/server(\\.js)?") || source.equals("convex/server")) {
            return builder(name.replaceFirst("Generic$", ""));
        }
        SourceFile target = tree.imported(file, source);
        if (target == null) {
            return Value.unknown();
        }
        return name.equals("*") ? new Value.Namespace(target) : exports.value(target, name);
    }

    private static Value builder(String name) {
        Registration.Kind kind = BUILDERS.get(name);
        return kind == null ? Value.unknown() : new Value.Builder(kind, !name.startsWith("internal"));
    }

    private Value variable(Swc4jAstVarDeclarator variable, SourceFile file) {
        if (variable.getName() instanceof Swc4jAstBindingIdent name
                && name.getTypeAnn().isPresent()) {
            Value declared = declaredType(name.getTypeAnn().get().getTypeAnn(), file);
            if (!(declared instanceof Value.Unknown)) {
                return declared;
            }
        }
        return evaluator.of(variable.getInit().orElse(null), file);
    }

    private Value parameter(Binding binding, SourceFile file) {
        ISwc4jAst pattern = binding.declaration() instanceof Swc4jAstAssignPat assigned
                ? assigned.getLeft()
                : binding.declaration();
        Value declared = switch (pattern) {
            case Swc4jAstBindingIdent name ->
                declaredType(name.getTypeAnn().map(type -> type.getTypeAnn()).orElse(null), file);
            case Swc4jAstObjectPat object ->
                declaredType(object.getTypeAnn().map(type -> type.getTypeAnn()).orElse(null), file);
            default -> Value.unknown();
        };
        if (!(declared instanceof Value.Unknown)) {
            return declared;
        }
        boolean isContext = binding.name().equals("ctx") && binding.property().isEmpty();
        return isContext || isHandlersFirst(binding) ? new Value.Context("") : Value.unknown();
    }

    /// Whether a parameter is the first of a function that looks like a handler: `action({ handler: (c) => … })`.
    private static boolean isHandlersFirst(Binding binding) {
        ISwc4jAst function = binding.scope();
        List<ISwc4jAst> parameters = Signature.of(function).parameters();
        if (parameters.isEmpty() || !Syntax.isSame(parameters.getFirst(), binding.declaration())) {
            return false;
        }
        ISwc4jAst holder = function instanceof Swc4jAstFunction ? function.getParent() : Syntax.around(function);
        return switch (holder) {
            case Swc4jAstKeyValueProp pair -> Syntax.name(pair.getKey()).equals("handler");
            case Swc4jAstMethodProp method -> Syntax.name(method.getKey()).equals("handler");
            default -> false;
        };
    }

    private static Value databaseMethod(String name) {
        return Evaluator.sendsQuery(name) ? new Value.PromiseMethod() : new Value.Context("db.query");
    }

    /// Members so much Convex's own that they are known whatever they are taken from.
    private static Value unknownMember(String name) {
        return switch (name) {
            case "ctx" -> new Value.Context("");
            case "runQuery", "runMutation", "runAction" -> new Value.Context(name);
            case "then" -> new Value.PromiseMethod();
            default -> Value.unknown();
        };
    }

    private static boolean isPromiseMethod(String name) {
        return name.equals("then") || name.equals("catch") || name.equals("finally");
    }
}
