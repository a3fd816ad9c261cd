package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.Table;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexJson;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.Names;
import dev.actionscope.runtime.value.ValueException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The arguments of one syscall; what is wrong with them is said in Convex's words.
///
/// @param method what user code called: `db.get`
record SyscallArguments(String method, JsonNode json) {

    SyscallException invalid(String argument, String reason) {
        return new SyscallException("Invalid argument `" + argument + "` for `" + method + "`: " + reason);
    }

    String text(String name) throws SyscallException {
        JsonNode value = json.path(name);
        if (value.isString()) {
            return value.stringValue();
        }
        String reason = value.isMissingNode()
                ? "missing field `" + name + "`"
                : "invalid type: " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)
                        + ", expected a string";
        throw new SyscallException("Invalid arguments for `" + method + "`: " + reason);
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    @Nullable
    Long optionalNumber(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? value.longValue() : null;
    }

    long number(String name) throws SyscallException {
        Long value = optionalNumber(name);
        if (value == null) {
            throw new SyscallException("Invalid arguments for `" + method + "`: missing field `" + name + "`");
        }
        return value;
    }

    String table() throws SyscallException {
        String table = text("table");
        try {
            Names.checkIdentifier(table);
        } catch (ValueException invalid) {
            throw invalid("table", invalid.text());
        }
        return table;
    }

    DocumentId id() throws SyscallException {
        try {
            return DocumentId.decode(text("id"));
        } catch (ValueException invalid) {
            throw invalid("id", invalid.text());
        }
    }

    /// The table that an id to be written belongs to.
    String tableOf(DocumentId id, Transaction transaction) throws SyscallException {
        String table = transaction.tableOf(id);
        if (table == null) {
            throw invalid("id", "Table for ID \"" + id + "\" not found");
        }
        checkTable(table);
        return table;
    }

    /// Holds the id's table to the one user code named, if it did.
    void checkTable(String actual) throws SyscallException {
        String named = optionalText("table");
        if (named != null && !named.equals(actual)) {
            throw invalid("id", "expected to be an Id<\"" + named + "\">, got Id<\"" + actual + "\"> instead.");
        }
    }

    Obj value() throws SyscallException {
        try {
            if (ConvexJson.decodeUncommitted(json.path("value")) instanceof Obj object) {
                return object;
            }
        } catch (ValueException invalid) {
            throw invalid("value", invalid.text());
        }
        throw invalid("value", "Value must be an Object");
    }

    /// The fields of a patch; those to remove are `undefined`.
    Obj patch() throws SyscallException {
        JsonNode value = json.path("value");
        if (!value.isObject()) {
            throw invalid("value", "Value must be an Object");
        }
        Map<String, ConvexValue> fields = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                Names.checkField(field.getKey());
                fields.put(
                        field.getKey(),
                        ConvexJson.isUndefined(field.getValue())
                                ? ConvexValue.Undefined.VALUE
                                : ConvexJson.decodeUncommitted(field.getValue()));
            }
        } catch (ValueException invalid) {
            throw invalid("value", invalid.text());
        }
        return new Obj(fields);
    }

    /// Keeps system tables to `db.system` and user tables from it.
    static void guard(String table, boolean system) throws SyscallException {
        if (system && !Table.isSystem(table)) {
            throw new SyscallException("User tables cannot be accessed with db.system.");
        }
        if (!system && Table.isSystem(table)) {
            throw new SyscallException("System tables can only be accessed with db.system.");
        }
    }
}
