package dev.actionscope.runtime.web;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.seam.Operation;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// What the scripts ask of the realm itself: time, and what they may not do.
final class RealmFunctions {
    private final Realm realm;

    RealmFunctions(Realm realm) {
        this.realm = realm;
    }

    void addTo(Map<String, Object> members) {
        members.put("notImplemented", (ProxyExecutable) arguments -> {
            throw realm.terminate("Not implemented: " + arguments[0].asString()
                    + ". Consider calling an action defined in Node.js instead"
                    + " (https://docs.convex.dev/functions/actions).");
        });
        members.put("needAction", (ProxyExecutable) arguments -> needAction(realm, arguments[0].asString()));
        members.put("now", (ProxyExecutable) arguments -> realm.seam().performanceNow());
        members.put("timeOrigin", (ProxyExecutable)
                arguments -> realm.seam().currentTimeMillis() - realm.seam().performanceNow());
        members.put("timer", (ProxyExecutable) arguments -> timer(arguments[0].asDouble(), arguments[1].asString()));
    }

    private Value timer(double delayMillis, String name) {
        return realm.begin(new Operation.Timer(delayMillis, name), answer -> null)
                .promise();
    }

    /// Fails with Convex's own text unless an action is running.
    ///
    /// @param what as the text names it: `fetch()`, `cryptographic randomness`
    static Object needAction(Realm realm, String what) {
        if (realm.isImporting()) {
            throw realm.error("Error", what.replace("()", "") + " unsupported at import time");
        }
        FunctionKind kind = realm.kind();
        if (kind == FunctionKind.QUERY || kind == FunctionKind.MUTATION) {
            throw realm.error(
                    "Error",
                    "Can't use " + what + " in queries and mutations. Please consider using an action. See"
                            + " https://docs.convex.dev/functions/actions for more details.");
        }
        return true;
    }
}
