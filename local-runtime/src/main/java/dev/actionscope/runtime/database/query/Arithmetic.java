package dev.actionscope.runtime.database.query;

import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;

/// Arithmetic in filters: integers with integers, checked; floats with floats, as IEEE has it.
public enum Arithmetic {
    ADD("add"),
    SUBTRACT("subtract"),
    MULTIPLY("multiply"),
    DIVIDE("divide"),
    REMAINDER("mod");

    private final String verb;

    Arithmetic(String verb) {
        this.verb = verb;
    }

    ConvexValue apply(ConvexValue left, ConvexValue right) throws SyscallException {
        if (left instanceof Int64(long x) && right instanceof Int64(long y)) {
            return new Int64(integers(x, y));
        }
        if (left instanceof Float64(double x) && right instanceof Float64(double y)) {
            return new Float64(floats(x, y));
        }
        throw new SyscallException("Cannot " + verb + " " + left + " (type " + left.typeName() + ") and " + right
                + " (type " + right.typeName() + ")");
    }

    private long integers(long x, long y) throws SyscallException {
        try {
            return switch (this) {
                case ADD -> Math.addExact(x, y);
                case SUBTRACT -> Math.subtractExact(x, y);
                case MULTIPLY -> Math.multiplyExact(x, y);
                case DIVIDE -> Math.divideExact(x, y);
                case REMAINDER -> x == Long.MIN_VALUE && y == -1 ? Math.negateExact(x) : x % y;
            };
        } catch (ArithmeticException impossible) {
            throw new SyscallException(
                    y == 0
                            ? "Cannot " + verb + " " + x + " by zero"
                            : "Cannot " + verb + " " + x + " and " + y + ": the result is out of range for Int64");
        }
    }

    private double floats(double x, double y) {
        return switch (this) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
        };
    }
}
