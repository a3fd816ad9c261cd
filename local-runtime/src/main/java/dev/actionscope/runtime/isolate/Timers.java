package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.ScriptOperation.Outcome;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// `setTimeout`, `setInterval` and what clears them, for one realm.
final class Timers {
    private final ScriptRealm realm;
    private final Map<Integer, ScriptOperation> active = new HashMap<>();

    Timers(ScriptRealm realm) {
        this.realm = realm;
    }

    void install() {
        ProxyExecutable start = this::start;
        ProxyExecutable clear = arguments -> {
            clear(arguments[0]);
            return null;
        };
        ProxyExecutable refuse = arguments -> {
            throw refusal(arguments[0].asString(), arguments[1].asString());
        };
        Value functions = realm.evaluate(Timers.class, "timers.js")
                .execute(ProxyObject.fromMap(Map.of("start", start, "clear", clear, "refuse", refuse)));
        for (String name : functions.getMemberKeys()) {
            realm.defineGlobal(name, functions.getMember(name));
        }
    }

    private RuntimeException refusal(String name, String type) {
        return type.equals("string")
                ? realm.terminate("Not implemented: " + name + " with a string. Consider calling an action defined in"
                        + " Node.js instead (https://docs.convex.dev/functions/actions).")
                : realm.error("TypeError", name + ": the callback must be a function");
    }

    private @Nullable Object start(Value... arguments) {
        String name = arguments[1].asString();
        FunctionKind kind = realm.kind();
        if (realm.isImporting()) {
            throw realm.error("Error", name + " unsupported at import time");
        }
        if (kind != null && kind.isTransactional()) {
            // Convex answers it by a promise that nobody can catch.
            realm.fail(realm.newError(
                    "Error",
                    "Can't use " + name + " in queries and mutations. Please consider using an action. See"
                            + " https://docs.convex.dev/functions/actions for more details."));
            return null;
        }
        Object[] parameters = new Object[(int) arguments[4].getArraySize()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = arguments[4].getArrayElement(i);
        }
        Timer timer = new Timer(
                arguments[0].asInt(),
                new Operation.Timer(arguments[2].asDouble(), name),
                arguments[3],
                parameters,
                arguments[5].asBoolean(),
                realm.callSite(),
                arguments[6]);
        begin(timer);
        return null;
    }

    private void begin(Timer timer) {
        active.put(timer.id, realm.beginWithoutPromise(timer.operation, timer.site, timer.callback, new Outcome() {
            @Override
            public void succeeded(@Nullable Object answer) {
                due(timer);
            }

            @Override
            public void failed(SyscallException failure) {
                active.remove(timer.id);
                realm.fail(realm.newError("Error", failure.text()));
            }
        }));
    }

    private void due(Timer timer) {
        active.remove(timer.id);
        if (timer.repeats) {
            begin(timer);
        }
        timer.fire();
    }

    private void clear(Value id) {
        ScriptOperation operation = id.fitsInInt() ? active.remove(id.asInt()) : null;
        if (operation != null) {
            realm.cancel(operation);
        }
    }

    /// One `setTimeout` or `setInterval`.
    ///
    /// @param scope an `AsyncContext.Snapshot`, null without one
    private record Timer(
            int id,
            Operation.Timer operation,
            Value callback,
            Object[] arguments,
            boolean repeats,
            CallSite site,
            Value scope) {
        void fire() {
            if (scope.isNull()) {
                callback.executeVoid(arguments);
            } else {
                Object[] inScope = new Object[arguments.length + 1];
                inScope[0] = callback;
                System.arraycopy(arguments, 0, inScope, 1, arguments.length);
                scope.invokeMember("run", inScope);
            }
        }
    }
}
