package dev.actionscope.runtime.schema;

import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares values with types; answers the first mismatch, or null.
record ValueCheck(TableNames tables) {

    @Nullable
    Mismatch check(Validator type, ConvexValue value) {
        return switch (type) {
            case Validator.Simple simple -> has(simple, value) ? null : noMatch(type, value);
            case Validator.Id id -> id(id, value);
            case Validator.Literal literal -> literal(literal, value);
            case Validator.ArrayOf(Validator element) -> array(type, element, value);
            case Validator.RecordOf(Validator keys, Validator values) -> recordOf(type, keys, values, value);
            case Validator.ObjectOf object -> object(object, value);
            case Validator.Union(List<Validator> members) -> union(type, members, value);
        };
    }

    private static boolean has(Validator.Simple type, ConvexValue value) {
        return switch (type) {
            case ANY -> true;
            case NULL -> value instanceof ConvexValue.Null;
            case FLOAT64 -> value instanceof ConvexValue.Float64;
            case INT64, COMMIT_TS -> value instanceof ConvexValue.Int64 || value instanceof ConvexValue.CommitTimestamp;
            case BOOLEAN -> value instanceof ConvexValue.Bool;
            case STRING -> value instanceof Text;
            case BYTES -> value instanceof ConvexValue.Bytes;
        };
    }

    private static Mismatch noMatch(Validator type, ConvexValue value) {
        return Mismatch.at("Value does not match validator.", "Value", value, type);
    }

    private @Nullable Mismatch id(Validator.Id type, ConvexValue value) {
        String found = value instanceof Text(String text) ? tableOf(text) : null;
        if (found == null) {
            return noMatch(type, value);
        }
        if (found.equals(type.table())) {
            return null;
        }
        String from = found.startsWith("_") ? "a system table" : "table `" + found + "`";
        return Mismatch.at("Found ID " + value + " from " + from
                + ", which does not match the table name in validator `" + type + "`.");
    }

    private @Nullable String tableOf(String text) {
        try {
            return tables.nameOf(DocumentId.decode(text).table());
        } catch (ValueException noId) {
            return null;
        }
    }

    private static @Nullable Mismatch literal(Validator.Literal type, ConvexValue value) {
        return value.equals(type.value())
                ? null
                : Mismatch.at("`" + value + "` does not match literal validator `" + type + "`.");
    }

    private @Nullable Mismatch array(Validator type, Validator element, ConvexValue value) {
        if (!(value instanceof ConvexValue.Array(List<ConvexValue> items))) {
            return noMatch(type, value);
        }
        for (int i = 0; i < items.size(); i++) {
            Mismatch mismatch = check(element, items.get(i));
            if (mismatch != null) {
                return mismatch.inside("[" + i + "]");
            }
        }
        return null;
    }

    private @Nullable Mismatch recordOf(Validator type, Validator keys, Validator values, ConvexValue value) {
        if (!(value instanceof Obj(Map<String, ConvexValue> fields))) {
            return noMatch(type, value);
        }
        for (Map.Entry<String, ConvexValue> field : fields.entrySet()) {
            Mismatch key = check(keys, new Text(field.getKey()));
            if (key != null) {
                return key.inside(".keys()");
            }
            Mismatch content = check(values, field.getValue());
            if (content != null) {
                return content.inside(".values()");
            }
        }
        return null;
    }

    private @Nullable Mismatch object(Validator.ObjectOf type, ConvexValue value) {
        if (!(value instanceof Obj object)) {
            return noMatch(type, value);
        }
        for (Map.Entry<String, Validator.Field> field : type.fields().entrySet()) {
            String name = field.getKey();
            ConvexValue content = object.get(name);
            if (content != null) {
                Mismatch mismatch = check(field.getValue().type(), content);
                if (mismatch != null) {
                    return mismatch.inside("." + name);
                }
            } else if (!field.getValue().optional()) {
                return Mismatch.at(
                        "Object is missing the required field `" + name + "`. Consider wrapping the field validator"
                                + " in `v.optional(...)` if this is expected.",
                        "Object",
                        value,
                        type);
            }
        }
        for (String name : object.fields().keySet()) {
            if (!type.fields().containsKey(name)) {
                return Mismatch.at(
                        "Object contains extra field `" + name + "` that is not in the validator.",
                        "Object",
                        value,
                        type);
            }
        }
        return null;
    }

    private @Nullable Mismatch union(Validator type, List<Validator> members, ConvexValue value) {
        if (members.size() == 1) {
            return check(members.getFirst(), value);
        }
        for (Validator member : members) {
            if (check(member, value) == null) {
                return null;
            }
        }
        return noMatch(type, value);
    }
}
