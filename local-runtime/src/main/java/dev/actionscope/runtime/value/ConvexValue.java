package dev.actionscope.runtime.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A value of Convex's data model, immutable. Compared, hashed and sorted in Convex's total order ([ValueOrder]): an
/// `Int64` never equals a `Float64`, −0 is less than 0, and NaN equals itself bit by bit.
public sealed interface ConvexValue extends Comparable<ConvexValue> {

    /// A field that is not there. It stands only in filters, index ranges and patches, never in a document.
    record Undefined() implements ConvexValue {
        /// The one `undefined`.
        public static final Undefined VALUE = new Undefined();

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// `null`.
    record Null() implements ConvexValue {
        /// The one `null`.
        public static final Null VALUE = new Null();

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript `bigint`.
    record Int64(long value) implements ConvexValue {
        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript `number`.
    record Float64(double value) implements ConvexValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Float64(double that)
                    && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(that);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(Double.doubleToRawLongBits(value));
        }

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript `boolean`.
    record Bool(boolean value) implements ConvexValue {
        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript `string`, and every id.
    record Text(String value) implements ConvexValue {
        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript `ArrayBuffer`. Nobody changes the array after construction.
    record Bytes(byte[] value) implements ConvexValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes(byte[] that) && Arrays.equals(value, that);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A JavaScript array.
    record Array(List<ConvexValue> items) implements ConvexValue {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// A plain JavaScript object, and every document.
    ///
    /// @param fields sorted by name
    record Obj(Map<String, ConvexValue> fields) implements ConvexValue {
        public Obj {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        /// The field of that name, or null.
        public @Nullable ConvexValue get(String name) {
            return fields.get(name);
        }

        /// A copy with one field set.
        public Obj with(String name, ConvexValue value) {
            Map<String, ConvexValue> copy = new TreeMap<>(fields);
            copy.put(name, value);
            return new Obj(copy);
        }

        /// A copy without a field.
        public Obj without(String name) {
            Map<String, ConvexValue> copy = new TreeMap<>(fields);
            copy.remove(name);
            return new Obj(copy);
        }

        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    /// The place of the commit timestamp in a document that is not committed yet (`ctx.db.vars.commitTs`). It counts as
    /// the greatest `Int64` until the commit puts the timestamp there.
    record CommitTimestamp() implements ConvexValue {
        @Override
        public String toString() {
            return ValueText.of(this);
        }
    }

    @Override
    default int compareTo(ConvexValue other) {
        return ValueOrder.compare(this, other);
    }

    /// Convex's name of the value's type, as its messages say it.
    default String typeName() {
        return switch (this) {
            case Undefined u -> "undefined";
            case Null n -> "Null";
            case Int64 i -> "Int64";
            case CommitTimestamp c -> "Int64";
            case Float64 f -> "Float64";
            case Bool b -> "Boolean";
            case Text t -> "String";
            case Bytes b -> "Bytes";
            case Array a -> "Array";
            case Obj o -> "Object";
        };
    }

    /// The size in bytes that Convex counts against its limits.
    default long size() {
        return switch (this) {
            case Undefined u -> 0;
            case Null n -> 1;
            case Bool b -> 1;
            case Int64 i -> 9;
            case CommitTimestamp c -> 9;
            case Float64 f -> 9;
            case Text(String text) -> 2L + Utf8.length(text);
            case Bytes(byte[] bytes) -> 2L + bytes.length;
            case Array(List<ConvexValue> items) ->
                2L + items.stream().mapToLong(ConvexValue::size).sum();
            case Obj(Map<String, ConvexValue> fields) -> {
                long sum = 2;
                for (Map.Entry<String, ConvexValue> field : fields.entrySet()) {
                    sum += field.getKey().length() + 1 + field.getValue().size();
                }
                yield sum;
            }
        };
    }

    /// How many arrays and objects are inside each other: 0 for a number, 1 for a list of numbers.
    default int nesting() {
        return switch (this) {
            case Array(List<ConvexValue> items) ->
                1 + items.stream().mapToInt(ConvexValue::nesting).max().orElse(0);
            case Obj(Map<String, ConvexValue> fields) ->
                1
                        + fields.values().stream()
                                .mapToInt(ConvexValue::nesting)
                                .max()
                                .orElse(0);
            default -> 0;
        };
    }

    /// What is at a path like `a.b`, or [Undefined].
    default ConvexValue at(FieldPath path) {
        ConvexValue here = this;
        for (String name : path.names()) {
            if (!(here instanceof Obj object)) {
                return Undefined.VALUE;
            }
            ConvexValue next = object.get(name);
            if (next == null) {
                return Undefined.VALUE;
            }
            here = next;
        }
        return here;
    }
}
