package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `globalThis.Convex`: the three entry points of the `convex` package.
final class SyscallBridge {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DATABASE_AT_IMPORT = "Can't use database at import time";
    private static final Set<String> DATABASE = Set.of(
            "1.0/queryStream",
            "1.0/queryStreamNext",
            "1.0/queryPage",
            "1.0/queryCleanup",
            "1.0/count",
            "1.0/get",
            "1.0/insert",
            "1.0/shallowMerge",
            "1.0/replace",
            "1.0/remove",
            "1.0/db/normalizeId");

    private final ScriptRealm realm;
    /// Where each open query was written: its steps are asked for by package code.
    private final Map<Long, CallSite> queries = new HashMap<>();

    SyscallBridge(ScriptRealm realm) {
        this.realm = realm;
    }

    void install() {
        ProxyExecutable syscall = arguments -> call(arguments[0].asString(), arguments[1].asString());
        ProxyExecutable asyncSyscall = arguments -> begin(arguments[0].asString(), arguments[1].asString());
        ProxyExecutable jsSyscall = arguments -> js(arguments[0].asString(), arguments[1]);
        realm.defineGlobal(
                "Convex",
                ProxyObject.fromMap(Map.of("syscall", syscall, "asyncSyscall", asyncSyscall, "jsSyscall", jsSyscall)));
    }

    private String call(String name, String arguments) {
        if (realm.isImporting()) {
            throw realm.error("Error", unsupported(name));
        }
        CallSite site = realm.callSite();
        realm.clock().stop();
        try {
            JsonNode answer = realm.seam().call(name, parse(arguments), site);
            JsonNode query = answer.path("queryId");
            if (name.equals("1.0/queryStream") && query.isNumber()) {
                queries.put(query.asLong(), site);
            }
            return answer.toString();
        } catch (SyscallException e) {
            throw realm.prelude().thrown(realm.prelude().newError(e));
        } finally {
            realm.clock().start();
        }
    }

    private Value begin(String name, String arguments) {
        if (realm.isImporting() && DATABASE.contains(name)) {
            throw realm.error("Error", DATABASE_AT_IMPORT);
        }
        JsonNode parsed;
        try {
            parsed = parse(arguments);
        } catch (SyscallException e) {
            throw realm.prelude().thrown(realm.prelude().newError(e));
        }
        CallSite known = name.equals("1.0/queryStreamNext")
                ? queries.get(parsed.path("queryId").asLong())
                : null;
        return realm.begin(new Operation.Syscall(name, parsed), SyscallBridge::text, () -> {
                    return known == null ? realm.callSite() : known;
                })
                .promise();
    }

    private @Nullable Object js(String name, Value argument) {
        ProxyExecutable handler = realm.jsSyscall(name);
        if (handler == null) {
            throw realm.terminate("Unknown JS syscall: " + name);
        }
        return handler.execute(argument);
    }

    private static @Nullable Object text(@Nullable Object answer) {
        return answer == null ? "null" : answer.toString();
    }

    private static String unsupported(String name) {
        return DATABASE.contains(name) ? DATABASE_AT_IMPORT : "Syscall " + name + " unsupported at import time";
    }

    private static JsonNode parse(String json) throws SyscallException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new SyscallException("Received invalid json: " + e.getOriginalMessage());
        }
    }
}
