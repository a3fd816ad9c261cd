package dev.actionscope.runtime.findings.source;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstConstructor;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstMethodProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstPrivateName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdentName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstOptChainExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstParenExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsAsExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsConstAssertion;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsNonNullExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsSatisfiesExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsTypeAssertion;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.miscs.Swc4jAstOptCall;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Questions about one piece of syntax, without regard to what its names stand for.
final class Syntax {
    private Syntax() {}

    static List<ISwc4jAst> children(ISwc4jAst node) {
        return node.getChildNodes().stream().filter(Objects::nonNull).toList();
    }

    /// Visits a node and everything below it, outer nodes first.
    static void walk(ISwc4jAst node, Consumer<ISwc4jAst> visitor) {
        visitor.accept(node);
        for (ISwc4jAst child : children(node)) {
            walk(child, visitor);
        }
    }

    /// All nodes of a type below a node, in the order of the text.
    static <T extends ISwc4jAst> List<T> all(ISwc4jAst node, Class<T> type) {
        List<T> found = new ArrayList<>();
        walk(node, child -> {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
        });
        found.sort((a, b) -> Integer.compare(a.getSpan().getStart(), b.getSpan().getStart()));
        return found;
    }

    /// The expression inside parentheses, type assertions and `a?.b`.
    static ISwc4jAst bare(ISwc4jAst node) {
        return switch (node) {
            case Swc4jAstParenExpr paren -> bare(paren.getExpr());
            case Swc4jAstTsAsExpr as -> bare(as.getExpr());
            case Swc4jAstTsNonNullExpr nonNull -> bare(nonNull.getExpr());
            case Swc4jAstTsConstAssertion constant -> bare(constant.getExpr());
            case Swc4jAstTsSatisfiesExpr satisfies -> bare(satisfies.getExpr());
            case Swc4jAstTsTypeAssertion assertion -> bare(assertion.getExpr());
            case Swc4jAstOptChainExpr chain -> bare(chain.getBase());
            case Swc4jAstExprOrSpread argument -> bare(argument.getExpr());
            default -> node;
        };
    }

    /// The nearest node around it that is not one of those that [#bare] sees through.
    static ISwc4jAst around(ISwc4jAst node) {
        ISwc4jAst parent = node.getParent();
        while (parent != null && !isSame(bare(parent), parent) && !(parent instanceof Swc4jAstExprOrSpread)) {
            parent = parent.getParent();
        }
        return Objects.requireNonNull(parent, "a program has nothing around it");
    }

    /// A call's callee and arguments, optional calls included; null for other nodes.
    static @Nullable Call call(ISwc4jAst node) {
        return switch (bare(node)) {
            case Swc4jAstCallExpr call -> new Call(bare(call.getCallee()), call.getArgs(), call);
            case Swc4jAstOptCall call -> new Call(bare(call.getCallee()), call.getArgs(), call);
            default -> null;
        };
    }

    /// The same, but null for parentheses and the like around a call: for walks that meet the call itself as well.
    static @Nullable Call callHere(ISwc4jAst node) {
        return isSame(bare(node), node) ? call(node) : null;
    }

    /// Whether two are one and the same node, not just alike.
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(@Nullable ISwc4jAst one, @Nullable ISwc4jAst other) {
        return one == other;
    }

    /// A call.
    ///
    /// @param callee what is called, bare
    record Call(ISwc4jAst callee, List<Swc4jAstExprOrSpread> arguments, ISwc4jAst node) {
        /// An argument, bare; null when there are fewer, or it is spread.
        @Nullable
        ISwc4jAst argument(int index) {
            if (index >= arguments.size() || arguments.get(index).getSpread().isPresent()) {
                return null;
            }
            return bare(arguments.get(index).getExpr());
        }

        /// The name of the method called, empty when it is no method.
        String method() {
            return callee instanceof Swc4jAstMemberExpr member ? name(member.getProp()) : "";
        }
    }

    /// The text of a name or of a string key; empty for a computed one.
    static String name(ISwc4jAst key) {
        return switch (key) {
            case Swc4jAstIdentName name -> name.getSym();
            case Swc4jAstIdent ident -> ident.getSym();
            case Swc4jAstStr text -> text.getValue();
            case Swc4jAstPrivateName name -> "#" + name.getName();
            case Swc4jAstComputedPropName computed
            when computed.getExpr() instanceof Swc4jAstStr text -> text.getValue();
            default -> "";
        };
    }

    /// The value of an object literal's property: an expression or a method's function; null when it has none.
    static @Nullable ISwc4jAst property(Swc4jAstObjectLit object, String name) {
        for (ISwc4jAst property : object.getProps()) {
            switch (property) {
                case Swc4jAstKeyValueProp pair
                when name(pair.getKey()).equals(name) -> {
                    return bare(pair.getValue());
                }
                case Swc4jAstMethodProp method
                when name(method.getKey()).equals(name) -> {
                    return method.getFunction();
                }
                case Swc4jAstIdent shorthand
                when shorthand.getSym().equals(name) -> {
                    return shorthand;
                }
                default -> {}
            }
        }
        return null;
    }

    /// The arrow, function or constructor that a node stands in; null at the top of a file.
    static @Nullable ISwc4jAst enclosingFunction(ISwc4jAst node) {
        for (ISwc4jAst outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (isFunction(outer)) {
                return outer;
            }
        }
        return null;
    }

    static boolean isFunction(ISwc4jAst node) {
        return node instanceof Swc4jAstArrowExpr
                || node instanceof Swc4jAstFunction
                || node instanceof Swc4jAstConstructor;
    }

    /// The function's code for a function expression; other nodes as they are.
    static ISwc4jAst functionOf(ISwc4jAst node) {
        return bare(node) instanceof Swc4jAstFnExpr expression ? expression.getFunction() : bare(node);
    }

    static boolean isInside(ISwc4jAst node, ISwc4jAst outer) {
        for (ISwc4jAst at = node; at != null; at = at.getParent()) {
            if (isSame(at, outer)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name is read here, rather than declared, imported or used as a type.
    static boolean isRead(Swc4jAstIdent ident) {
        ISwc4jAst parent = ident.getParent();
        if (parent instanceof Swc4jAstFnDecl || parent instanceof Swc4jAstClassDecl) {
            return false;
        }
        if (parent instanceof Swc4jAstFnExpr || parent instanceof Swc4jAstBindingIdent) {
            return false;
        }
        String type = parent.getClass().getSimpleName();
        return !type.startsWith("Swc4jAstImport") && (!type.startsWith("Swc4jAstTs") || !isSame(parent, bare(parent)));
    }
}
