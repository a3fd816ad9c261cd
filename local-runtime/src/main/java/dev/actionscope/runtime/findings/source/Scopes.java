package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstConstructor;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstParam;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstPat;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstProgram;
import com.caoccao.javet.swc4j.ast.miscs.Swc4jAstCatchClause;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDefaultSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportNamedSpecifier;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportStarAsSpecifier;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstArrayPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPatProp;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstKeyValuePatProp;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstObjectPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstRestPat;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForInStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForOfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsParamProp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which declaration each name of a file stands for. Built once, then only read.
final class Scopes {
    private final IdentityHashMap<ISwc4jAst, Map<String, Binding>> tables = new IdentityHashMap<>();
    private final IdentityHashMap<ISwc4jAst, Binding> plain = new IdentityHashMap<>();
    private final IdentityHashMap<Binding, List<Swc4jAstIdent>> references = new IdentityHashMap<>();

    static Scopes of(ISwc4jAst program) {
        Scopes scopes = new Scopes();
        scopes.declare(program, program);
        scopes.collectReferences(program);
        return scopes;
    }

    /// What a name at that place stands for; null for globals.
    @Nullable
    Binding resolve(String name, ISwc4jAst at) {
        for (ISwc4jAst node = at; node != null; node = node.getParent()) {
            Map<String, Binding> table = tables.get(node);
            Binding binding = table == null ? null : table.get(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    /// The places that read a binding.
    List<Swc4jAstIdent> references(Binding binding) {
        return references.getOrDefault(binding, List.of());
    }

    /// The variable or function that a declaration made, if it is a plain name.
    @Nullable
    Binding declaredBy(ISwc4jAst declaration) {
        return plain.get(declaration);
    }

    private void collectReferences(ISwc4jAst node) {
        if (node instanceof Swc4jAstIdent ident && Syntax.isRead(ident)) {
            Binding binding = resolve(ident.getSym(), ident);
            if (binding != null) {
                references.computeIfAbsent(binding, key -> new ArrayList<>()).add(ident);
            }
        }
        for (ISwc4jAst child : Syntax.children(node)) {
            collectReferences(child);
        }
    }

    private void declare(ISwc4jAst node, ISwc4jAst outer) {
        ISwc4jAst scope = isScope(node) ? node : outer;
        names(node, outer);
        patterns(node, scope);
        for (ISwc4jAst child : Syntax.children(node)) {
            declare(child, scope);
        }
    }

    /// What declares one name for the scope around it.
    private void names(ISwc4jAst node, ISwc4jAst outer) {
        switch (node) {
            case Swc4jAstFnDecl function ->
                add(Binding.Kind.FUNCTION, function.getIdent().getSym(), function.getFunction(), outer, "");
            case Swc4jAstClassDecl clazz ->
                add(Binding.Kind.CLASS, clazz.getIdent().getSym(), clazz.getClazz(), outer, "");
            case Swc4jAstFnExpr function ->
                function.getIdent()
                        .ifPresent(name -> add(
                                Binding.Kind.FUNCTION,
                                name.getSym(),
                                function.getFunction(),
                                function.getFunction(),
                                ""));
            case Swc4jAstImportNamedSpecifier named ->
                add(Binding.Kind.IMPORT, named.getLocal().getSym(), named, outer, "");
            case Swc4jAstImportDefaultSpecifier standard ->
                add(Binding.Kind.IMPORT, standard.getLocal().getSym(), standard, outer, "");
            case Swc4jAstImportStarAsSpecifier star ->
                add(Binding.Kind.IMPORT, star.getLocal().getSym(), star, outer, "");
            default -> {}
        }
    }

    /// What declares the names of a pattern for the scope it opens.
    private void patterns(ISwc4jAst node, ISwc4jAst scope) {
        switch (node) {
            case Swc4jAstVarDeclarator variable -> declarePattern(variable.getName(), variable, scope, "");
            case Swc4jAstArrowExpr arrow -> arrow.getParams().forEach(pattern -> parameter(pattern, scope));
            case Swc4jAstParam param -> parameter(param.getPat(), scope);
            case Swc4jAstTsParamProp property
            when property.getParam() instanceof Swc4jAstBindingIdent name -> parameter(name, scope);
            case Swc4jAstCatchClause clause ->
                Syntax.children(clause).stream()
                        .filter(child -> child instanceof ISwc4jAstPat)
                        .forEach(child -> parameter((ISwc4jAstPat) child, scope));
            default -> {}
        }
    }

    private void parameter(ISwc4jAstPat pattern, ISwc4jAst scope) {
        declarePattern(pattern, pattern, scope, "");
    }

    private void declarePattern(ISwc4jAst pattern, ISwc4jAst declaration, ISwc4jAst scope, String property) {
        switch (pattern) {
            case Swc4jAstBindingIdent name -> {
                Binding.Kind kind =
                        declaration instanceof Swc4jAstVarDeclarator ? Binding.Kind.VARIABLE : Binding.Kind.PARAMETER;
                add(kind, name.getId().getSym(), declaration, scope, property);
            }
            case Swc4jAstAssignPat assigned -> declarePattern(assigned.getLeft(), declaration, scope, property);
            case Swc4jAstRestPat rest -> declarePattern(rest.getArg(), declaration, scope, "…");
            case Swc4jAstArrayPat array ->
                array.getElems()
                        .forEach(element -> element.ifPresent(part -> declarePattern(part, declaration, scope, "…")));
            case Swc4jAstObjectPat object -> {
                for (ISwc4jAst part : object.getProps()) {
                    declarePattern(part, declaration, scope, property.isEmpty() ? "" : "…");
                }
            }
            case Swc4jAstAssignPatProp shorthand ->
                declarePattern(
                        shorthand.getKey(),
                        declaration,
                        scope,
                        shorthand.getKey().getId().getSym());
            case Swc4jAstKeyValuePatProp renamed ->
                declarePattern(renamed.getValue(), declaration, scope, Syntax.name(renamed.getKey()));
            default -> {}
        }
    }

    private void add(Binding.Kind kind, String name, ISwc4jAst declaration, ISwc4jAst scope, String property) {
        Binding binding = new Binding(kind, name, declaration, scope, property);
        tables.computeIfAbsent(scope, key -> new HashMap<>()).put(name, binding);
        if (property.isEmpty()) {
            plain.put(declaration, binding);
        }
    }

    private static boolean isScope(ISwc4jAst node) {
        return switch (node) {
            case ISwc4jAstProgram<?> program -> true;
            case Swc4jAstFunction function -> true;
            case Swc4jAstArrowExpr arrow -> true;
            case Swc4jAstConstructor constructor -> true;
            case Swc4jAstBlockStmt block -> true;
            case Swc4jAstForStmt loop -> true;
            case Swc4jAstForOfStmt loop -> true;
            case Swc4jAstForInStmt loop -> true;
            case Swc4jAstCatchClause clause -> true;
            default -> false;
        };
    }
}
