package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.scripts.LoadedBundle;
import dev.actionscope.runtime.isolate.scripts.LoadedModule;
import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Finds the function that is called, checks that it is what the caller takes it for, and invokes it by the protocol
/// of registered functions.
final class Invocation {
    private static final String PUSH = " Did you forget to run `npx convex dev`?";

    private final ScriptRealm realm;
    private final FunctionCall call;
    private @Nullable Value function;

    Invocation(ScriptRealm realm, FunctionCall call) {
        this.realm = realm;
        this.call = call;
    }

    /// Loads the module and finds the function in it.
    ///
    /// @return the function's `Value`, or a [RunError] that says why there is none
    Object find(LoadedBundle bundle) {
        LoadedModule module = bundle.module(call.modulePath());
        if (module == null) {
            return error("Couldn't find JavaScript module '" + call.modulePath() + "'." + PUSH);
        }
        Value namespace;
        try {
            namespace = realm.load(module);
        } catch (PolyglotException e) {
            if (!e.isGuestException() || e.isCancelled() || e.isResourceExhausted()) {
                throw e;
            }
            return realm.errors().read(e);
        }
        if (!namespace.hasMember(call.export())) {
            return error("Couldn't find \"" + call.export() + "\" in module \"" + call.modulePath() + "\".");
        }
        Value found = namespace.getMember(call.export());
        RunError wrong = wrongKind(found);
        if (wrong != null) {
            return wrong;
        }
        function = found;
        return found;
    }

    /// Invokes what was found; its promise.
    Value begin() {
        Value found = function;
        if (found == null) {
            throw new IllegalStateException("nothing was found to invoke");
        }
        return switch (call.kind()) {
            case QUERY -> found.invokeMember("invokeQuery", call.argumentsJson());
            case MUTATION -> found.invokeMember("invokeMutation", call.argumentsJson());
            case ACTION -> found.invokeMember("invokeAction", call.requestId(), call.argumentsJson());
            case HTTP_ACTION -> beginHttp(found);
        };
    }

    private Value beginHttp(Value found) {
        return found.hasMember("runRequest")
                ? found.invokeMember("runRequest", call.argumentsJson(), "")
                : realm.prelude().invokeHttpAction(found, call.argumentsJson());
    }

    private @Nullable RunError wrongKind(Value found) {
        boolean isHttp = has(found, "isRouter") || has(found, "isHttp");
        if (call.kind() == FunctionKind.HTTP_ACTION) {
            return isHttp ? null : error(name() + " is not an HTTP action.");
        }
        if (has(found, property(call.kind()))) {
            return null;
        }
        for (FunctionKind kind : FunctionKind.values()) {
            if (kind != FunctionKind.HTTP_ACTION && has(found, property(kind))) {
                return error("Trying to execute " + name() + " as " + label(call.kind()) + ", but it is defined as "
                        + label(kind) + ".");
            }
        }
        String wanted = call.kind() == FunctionKind.ACTION
                ? "an action. Did you forget to wrap it with `action`?"
                : "a query or mutation. Did you forget to wrap it with `query` or `mutation`?";
        return error("Function " + name() + " is neither " + wanted);
    }

    private String name() {
        return call.modulePath() + ":" + call.export();
    }

    private static boolean has(Value value, String property) {
        return value.hasMembers() && value.hasMember(property);
    }

    /// The property that registered functions of a kind have.
    static String property(FunctionKind kind) {
        return "is" + label(kind);
    }

    private static String label(FunctionKind kind) {
        return kind.id().substring(0, 1).toUpperCase(Locale.ROOT) + kind.id().substring(1);
    }

    private static RunError error(String message) {
        return new RunError(message, null, List.of());
    }
}
