package dev.actionscope.runtime.database.query;

import dev.actionscope.runtime.database.query.Query.Bound;
import dev.actionscope.runtime.database.query.Query.IndexRange;
import dev.actionscope.runtime.database.query.Query.Relation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import dev.actionscope.runtime.value.IndexKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the conditions of an index range into an interval of keys: equalities on the index's first fields, then at
/// most one lower and one upper bound on the next.
public final class IndexBounds {
    private final String index;
    private final List<FieldPath> fields;
    private final Map<FieldPath, ConvexValue> equalities = new LinkedHashMap<>();
    private @Nullable Bound lower;
    private @Nullable Bound upper;

    private IndexBounds(String index, List<FieldPath> fields) {
        this.index = index;
        this.fields = fields;
    }

    /// The interval of a range.
    ///
    /// @param fields of the index, `_creationTime` included, `_id` not
    /// @throws SyscallException when the conditions do not fit the index, in Convex's words
    public static Interval compile(IndexRange range, List<FieldPath> fields) throws SyscallException {
        IndexBounds bounds = new IndexBounds(range.table() + "." + range.index(), fields);
        for (Bound bound : range.bounds()) {
            bounds.add(bound);
        }
        return bounds.interval();
    }

    private void add(Bound bound) throws SyscallException {
        if (bound.relation() == Relation.EQUAL) {
            ConvexValue earlier = equalities.putIfAbsent(bound.path(), bound.value());
            if (earlier != null) {
                throw alreadyDefined("equality", new Bound(Relation.EQUAL, bound.path(), earlier));
            }
            return;
        }
        boolean less = bound.relation() == Relation.LESS || bound.relation() == Relation.AT_MOST;
        if ((less ? upper : lower) != null) {
            throw alreadyDefined(less ? "upper" : "lower", bound);
        }
        Bound other = less ? lower : upper;
        if (other != null && !other.path().equals(bound.path())) {
            throw new SyscallException("Upper and lower bounds in `range` can only be applied to a single index field."
                    + " This query against index " + index + " attempted to set a range bound on both " + other.path()
                    + " and " + bound.path() + ". Consider using `filter` instead. See"
                    + " https://docs.convex.dev/using/indexes for more info.");
        }
        if (less) {
            upper = bound;
        } else {
            lower = bound;
        }
    }

    private static SyscallException alreadyDefined(String kind, Bound bound) {
        return new SyscallException("Already defined " + kind + " bound in index range. Can't add " + bound.path() + " "
                + bound.relation().symbol() + " " + bound.value() + ".");
    }

    private Interval interval() throws SyscallException {
        Bound inequality = lower != null ? lower : upper;
        if (inequality != null) {
            ConvexValue equal = equalities.get(inequality.path());
            if (equal != null) {
                throw alreadyDefined("inequality", new Bound(Relation.EQUAL, inequality.path(), equal));
            }
        }
        List<FieldPath> used = usedFields(inequality);
        checkOrder(used);
        List<ConvexValue> prefix = new ArrayList<>();
        for (FieldPath path : used.subList(0, equalities.size())) {
            prefix.add(equalities.getOrDefault(path, ConvexValue.Undefined.VALUE));
        }
        return new Interval(start(prefix), end(prefix));
    }

    private List<FieldPath> usedFields(@Nullable Bound inequality) throws SyscallException {
        List<FieldPath> all = withId();
        List<FieldPath> used = new ArrayList<>(equalities.keySet());
        if (inequality != null) {
            used.add(inequality.path());
        }
        for (FieldPath path : used) {
            if (!all.contains(path)) {
                throw new SyscallException("The index range included a comparison with " + path + ", but " + index
                        + " with fields " + list(fields)
                        + " doesn't index this field. For more information see"
                        + " https://docs.convex.dev/using/indexes.");
            }
        }
        used.subList(0, equalities.size()).sort((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
        return used;
    }

    private void checkOrder(List<FieldPath> used) throws SyscallException {
        List<FieldPath> all = withId();
        for (int i = 0; i < used.size(); i++) {
            if (!used.get(i).equals(all.get(i))) {
                throw new SyscallException("Tried to query index " + index
                        + " but the query didn't use the index fields in order.\nIndex fields: " + list(fields)
                        + "\nQuery fields: " + list(used) + "\nFirst incorrect field: " + used.get(i)
                        + "\nFor more information see https://docs.convex.dev/using/indexes.");
            }
        }
    }

    private List<FieldPath> withId() {
        List<FieldPath> all = new ArrayList<>(fields);
        all.add(FieldPath.ID);
        return all;
    }

    private static String list(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    private byte[] start(List<ConvexValue> prefix) {
        if (lower == null) {
            return IndexKey.of(prefix);
        }
        byte[] key = key(prefix, lower.value());
        // Every key of a value greater than the bound sorts after all keys that begin with the bound's own.
        byte[] after = lower.relation() == Relation.GREATER ? IndexKey.afterPrefix(key) : null;
        return after == null ? key : after;
    }

    private byte @Nullable [] end(List<ConvexValue> prefix) {
        if (upper == null) {
            return IndexKey.afterPrefix(IndexKey.of(prefix));
        }
        byte[] key = key(prefix, upper.value());
        return upper.relation() == Relation.LESS ? key : IndexKey.afterPrefix(key);
    }

    private static byte[] key(List<ConvexValue> prefix, ConvexValue last) {
        List<ConvexValue> values = new ArrayList<>(prefix);
        values.add(last);
        return IndexKey.of(values);
    }
}
