package dev.actionscope.runtime.database.query;

import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.ValueOrder;
import java.util.List;

/// What `.filter(…)` says of a document, evaluated by Convex's rules: one order for all types, booleans only where
/// booleans belong, arithmetic only between numbers of one type.
public sealed interface Expression {

    /// A field of the document, `undefined` when missing.
    record Field(FieldPath path) implements Expression {}

    /// A constant.
    record Constant(ConvexValue value) implements Expression {}

    /// `left op right` in the total order.
    record Compare(Comparison comparison, Expression left, Expression right) implements Expression {}

    /// `left op right` on numbers.
    record Compute(Arithmetic arithmetic, Expression left, Expression right) implements Expression {}

    /// `-operand`.
    record Negate(Expression operand) implements Expression {}

    /// All of them.
    record And(List<Expression> operands) implements Expression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /// Any of them.
    record Or(List<Expression> operands) implements Expression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /// `!operand`.
    record Not(Expression operand) implements Expression {}

    /// How two values are compared.
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /// The value for one document.
    ///
    /// @throws SyscallException an evaluation error, in Convex's words
    default ConvexValue evaluate(ConvexValue document) throws SyscallException {
        return switch (this) {
            case Field(FieldPath path) -> document.at(path);
            case Constant(ConvexValue value) -> value;
            case Compare(Comparison comparison, Expression left, Expression right) ->
                new Bool(comparison.holds(ValueOrder.compare(left.evaluate(document), right.evaluate(document))));
            case Compute(Arithmetic arithmetic, Expression left, Expression right) ->
                arithmetic.apply(left.evaluate(document), right.evaluate(document));
            case Negate(Expression operand) -> negate(operand.evaluate(document));
            case And(List<Expression> operands) -> new Bool(!any(operands, document, false));
            case Or(List<Expression> operands) -> new Bool(any(operands, document, true));
            case Not(Expression operand) -> new Bool(!operand.isTrue(document));
        };
    }

    /// The boolean for one document.
    ///
    /// @throws SyscallException an evaluation error, or the value is no boolean
    default boolean isTrue(ConvexValue document) throws SyscallException {
        ConvexValue value = evaluate(document);
        if (value instanceof Bool(boolean bool)) {
            return bool;
        }
        throw new SyscallException("Cannot use value " + value + " (type " + value.typeName() + ") as a Boolean");
    }

    private static boolean any(List<Expression> operands, ConvexValue document, boolean wanted)
            throws SyscallException {
        for (Expression operand : operands) {
            if (operand.isTrue(document) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static ConvexValue negate(ConvexValue value) throws SyscallException {
        return switch (value) {
            case Int64(long integer)
            when integer == Long.MIN_VALUE ->
                throw new SyscallException("Cannot negate " + value + ": the result is out of range for Int64");
            case Int64(long integer) -> new Int64(-integer);
            case Float64(double number) -> new Float64(-number);
            default -> throw new SyscallException("Cannot negate " + value + " (type " + value.typeName() + ")");
        };
    }
}
