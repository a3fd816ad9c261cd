package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClass;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClassMethod;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstClassProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstConstructor;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstPrivateMethod;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstPrivateProp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstMethodKind;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsParamProp;
import com.caoccao.javet.swc4j.ast.ts.Swc4jAstTsTypeAnn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members of a class's objects, or its static ones; inherited ones included.
record ClassMembers(Swc4jAstClass clazz, SourceFile file, boolean isStatic, Names names, Evaluator evaluator) {

    /// What a member is.
    Value value(String name) {
        for (ISwc4jAst member : clazz.getBody()) {
            Value value = valueOf(member, name);
            if (value != null) {
                return value;
            }
        }
        Value parent = evaluator.of(clazz.getSuperClass().orElse(null), file);
        return parent instanceof Value.ClassShape(Swc4jAstClass base, SourceFile home) && !Syntax.isSame(base, clazz)
                ? new ClassMembers(base, home, isStatic, names, evaluator).value(name)
                : Value.unknown();
    }

    private @Nullable Value valueOf(ISwc4jAst member, String name) {
        return switch (member) {
            case Swc4jAstClassMethod method
            when method.getKind() == Swc4jAstMethodKind.Method
                    && method.isStatic() == isStatic
                    && Syntax.name(method.getKey()).equals(name) -> new Value.Callable(method.getFunction(), file);
            case Swc4jAstPrivateMethod method
            when Syntax.name(method.getKey()).equals(name) -> new Value.Callable(method.getFunction(), file);
            case Swc4jAstClassProp field
            when Syntax.name(field.getKey()).equals(name) ->
                field(field.getTypeAnn(), field.getValue().orElse(null));
            case Swc4jAstPrivateProp field
            when Syntax.name(field.getKey()).equals(name) ->
                field(field.getTypeAnn(), field.getValue().orElse(null));
            case Swc4jAstConstructor constructor -> parameterField(constructor, name);
            default -> null;
        };
    }

    private Value field(Optional<Swc4jAstTsTypeAnn> type, @Nullable ISwc4jAst value) {
        Value declared =
                names.declaredType(type.map(Swc4jAstTsTypeAnn::getTypeAnn).orElse(null), file);
        return declared instanceof Value.Unknown ? evaluator.of(value, file) : declared;
    }

    /// `constructor(private ctx: ActionCtx)`.
    private @Nullable Value parameterField(Swc4jAstConstructor constructor, String name) {
        for (ISwc4jAst parameter : constructor.getParams()) {
            if (parameter instanceof Swc4jAstTsParamProp property
                    && property.getParam() instanceof Swc4jAstBindingIdent ident
                    && ident.getId().getSym().equals(name)) {
                return field(ident.getTypeAnn(), null);
            }
        }
        return null;
    }
}
