package dev.actionscope.runtime.value;

import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.Bool;
import dev.actionscope.runtime.value.ConvexValue.Bytes;
import dev.actionscope.runtime.value.ConvexValue.CommitTimestamp;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Null;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.ConvexValue.Undefined;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Convex's total order: undefined < null < int64 < float64 < boolean < string < bytes < array < object; strings by
/// their UTF-8 bytes, floats by IEEE's total order, arrays and objects element by element.
public final class ValueOrder {
    private ValueOrder() {}

    /// Negative, zero or positive, like `Comparator`.
    public static int compare(ConvexValue a, ConvexValue b) {
        int byType = Integer.compare(rank(a), rank(b));
        if (byType != 0) {
            return byType;
        }
        return switch (a) {
            case Undefined u -> 0;
            case Null n -> 0;
            case Int64 i -> Long.compare(integer(a), integer(b));
            case CommitTimestamp c -> Long.compare(integer(a), integer(b));
            case Float64(double x) -> Long.compare(sortable(x), sortable(((Float64) b).value()));
            case Bool(boolean x) -> Boolean.compare(x, ((Bool) b).value());
            case Text(String x) -> Utf8.compare(x, ((Text) b).value());
            case Bytes(byte[] x) -> Arrays.compareUnsigned(x, ((Bytes) b).value());
            case Array(List<ConvexValue> x) -> arrays(x, ((Array) b).items());
            case Obj(Map<String, ConvexValue> x) -> objects(x, ((Obj) b).fields());
        };
    }

    static int rank(ConvexValue value) {
        return switch (value) {
            case Undefined u -> 1;
            case Null n -> 2;
            case Int64 i -> 3;
            case CommitTimestamp c -> 3;
            case Float64 f -> 4;
            case Bool b -> 5;
            case Text t -> 6;
            case Bytes b -> 7;
            case Array a -> 8;
            case Obj o -> 9;
        };
    }

    static long integer(ConvexValue value) {
        return value instanceof Int64(long integer) ? integer : Long.MAX_VALUE;
    }

    /// A signed integer that sorts as the float does: −NaN < −∞ < … < −0 < 0 < … < ∞ < NaN.
    static long sortable(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    private static int arrays(List<ConvexValue> a, List<ConvexValue> b) {
        int shorter = Math.min(a.size(), b.size());
        for (int i = 0; i < shorter; i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int objects(Map<String, ConvexValue> a, Map<String, ConvexValue> b) {
        Iterator<Map.Entry<String, ConvexValue>> left = a.entrySet().iterator();
        Iterator<Map.Entry<String, ConvexValue>> right = b.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<String, ConvexValue> x = left.next();
            Map.Entry<String, ConvexValue> y = right.next();
            int order = Utf8.compare(x.getKey(), y.getKey());
            if (order == 0) {
                order = compare(x.getValue(), y.getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }
}
