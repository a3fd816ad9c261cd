package dev.actionscope.runtime.database;

import dev.actionscope.runtime.schema.TableNames;
import dev.actionscope.runtime.schema.Validator;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Array;
import dev.actionscope.runtime.value.ConvexValue.CommitTimestamp;
import dev.actionscope.runtime.value.ConvexValue.Float64;
import dev.actionscope.runtime.value.ConvexValue.Int64;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import dev.actionscope.runtime.value.ConvexValue.Undefined;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import dev.actionscope.runtime.value.ValueLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What makes a value a document that may be stored.
final class DocumentRules {
    private DocumentRules() {}

    /// The document of a value, with its system fields.
    ///
    /// @throws SyscallException when it cannot be one, in Convex's words
    static Document document(DocumentId id, double creationTime, Obj value) throws SyscallException {
        Text idText = new Text(id.encode());
        ConvexValue givenId = value.get("_id");
        if (givenId != null && !givenId.equals(idText)) {
            throw new SyscallException("Provided document ID " + idText + " doesn't match '_id' field " + givenId);
        }
        Obj withId = value.with("_id", idText);
        Float64 time = new Float64(creationTime);
        ConvexValue givenTime = value.get("_creationTime");
        if (givenTime != null && !givenTime.equals(time)) {
            throw new SyscallException("Provided creation time "
                    + new BigDecimal(Double.toString(creationTime))
                            .stripTrailingZeros()
                            .toPlainString()
                    + " doesn't match '_creationTime' field in " + withId);
        }
        return Document.of(id, withId.with("_creationTime", time));
    }

    /// Holds a document of user code to Convex's limits and to its table's type.
    ///
    /// @throws SyscallException in Convex's words
    static void check(Document document, Table table, @Nullable Validator type, TableNames tables)
            throws SyscallException {
        List<String> violations = new ArrayList<>();
        int nesting = document.value().nesting();
        if (nesting > ValueLimits.MAX_DOCUMENT_NESTING) {
            violations.add("Document is too nested (nested " + nesting + " levels deep > maximum nesting "
                    + ValueLimits.MAX_DOCUMENT_NESTING + ")");
        }
        for (String name : document.value().fields().keySet()) {
            if (name.startsWith("_") && !name.equals("_id") && !name.equals("_creationTime")) {
                violations.add("Field '" + name + "' starts with an underscore, which is only allowed for system fields"
                        + " like '_id'");
            }
        }
        if (!violations.isEmpty()) {
            throw new SyscallException(document.value() + " isn't a valid document: " + String.join("\n ", violations));
        }
        try {
            ValueLimits.checkSize(document.size(), ValueLimits.MAX_DOCUMENT_SIZE);
        } catch (ValueException tooLarge) {
            throw new SyscallException(tooLarge.text());
        }
        Optional<String> mismatch = mismatch(document, type, tables);
        if (mismatch.isPresent()) {
            throw new SyscallException("Failed to insert or update a document in table \"" + table.name()
                    + "\" because it does not match the schema: " + mismatch.get());
        }
    }

    /// How a document differs from its table's type.
    static Optional<String> mismatch(Document document, @Nullable Validator type, TableNames tables) {
        if (type == null) {
            return Optional.empty();
        }
        Map<String, ConvexValue> own = new TreeMap<>(document.value().fields());
        own.keySet().removeIf(name -> name.startsWith("_"));
        return type.check(new Obj(own), tables);
    }

    /// The value with the fields of a patch put over it; an undefined one is removed.
    static Obj patched(Obj value, Obj patch) {
        Map<String, ConvexValue> fields = new TreeMap<>(value.fields());
        patch.fields().forEach((name, field) -> {
            if (field instanceof Undefined) {
                fields.remove(name);
            } else {
                fields.put(name, field);
            }
        });
        return new Obj(fields);
    }

    /// The document with the commit's timestamp wherever it was asked for.
    static Document committed(Document document, long timestamp) {
        if (!isPending(document.value())) {
            return document;
        }
        ConvexValue resolved = resolve(document.value(), new Int64(timestamp));
        return resolved instanceof Obj value ? new Document(document.id(), value, document.size()) : document;
    }

    private static ConvexValue resolve(ConvexValue value, Int64 timestamp) {
        return switch (value) {
            case CommitTimestamp placeholder -> timestamp;
            case Array(List<ConvexValue> items)
            when isPending(value) ->
                new Array(items.stream().map(item -> resolve(item, timestamp)).toList());
            case Obj(Map<String, ConvexValue> fields)
            when isPending(value) -> {
                Map<String, ConvexValue> resolved = new TreeMap<>(fields);
                resolved.replaceAll((name, field) -> resolve(field, timestamp));
                yield new Obj(resolved);
            }
            default -> value;
        };
    }

    private static boolean isPending(ConvexValue value) {
        return switch (value) {
            case CommitTimestamp placeholder -> true;
            case Array(List<ConvexValue> items) -> items.stream().anyMatch(DocumentRules::isPending);
            case Obj(Map<String, ConvexValue> fields) ->
                fields.values().stream().anyMatch(DocumentRules::isPending);
            default -> false;
        };
    }
}
