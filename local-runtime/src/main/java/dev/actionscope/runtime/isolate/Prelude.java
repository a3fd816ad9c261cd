package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// The functions of `prelude.js`, which runs first in every realm. Isolate's thread only.
final class Prelude {
    private final Value functions;

    /// @param seam asked when user code reads the clock, not before
    Prelude(Context context, RuntimeScripts scripts, Supplier<Seam> seam) {
        functions = context.eval(scripts.source(Prelude.class, "prelude.js")).execute(host(seam));
    }

    private static ProxyObject host(Supplier<Seam> seam) {
        ProxyExecutable now = arguments -> seam.get().currentTimeMillis();
        ProxyExecutable random = arguments -> seam.get().random();
        ProxyExecutable performanceNow = arguments -> seam.get().performanceNow();
        ProxyExecutable environment = arguments -> seam.get().environmentVariable(arguments[0].asString());
        return ProxyObject.fromMap(
                Map.of("now", now, "random", random, "performanceNow", performanceNow, "environment", environment));
    }

    void define(String name, Object value) {
        functions.invokeMember("define", name, value);
    }

    void defineLazily(Iterable<String> names, Supplier<Value> values) {
        ProxyExecutable make = arguments -> values.get();
        functions.invokeMember("defineLazily", array(names), make);
    }

    Value newError(String type, String message) {
        return functions.invokeMember("newError", type, message);
    }

    /// The `Error` that user code sees of a failed operation.
    Value newError(SyscallException failure) {
        Object data = failure.data() == null ? null : failure.data().toString();
        return functions.invokeMember("newSyscallError", failure.text(), data);
    }

    /// An exception that throws that value in JavaScript when it leaves a proxy.
    RuntimeException thrown(Value error) {
        try {
            functions.invokeMember("raise", error);
        } catch (PolyglotException e) {
            return e;
        }
        throw new IllegalStateException("raise() returned");
    }

    /// Calls an HTTP action that no router stands before; the promise of its result's text.
    Value invokeHttpAction(Value action, String requestJson) {
        return functions.invokeMember("invokeHttpAction", action, requestJson);
    }

    /// The value as JSON text, null when it has none.
    @Nullable
    String toJson(Value value) {
        Value json = functions.invokeMember("toJson", value);
        return json.isString() ? json.asString() : null;
    }

    /// Convex's text for something that was thrown.
    Described describe(Value thrown) {
        Value described = functions.invokeMember("describe", thrown);
        Value data = described.getArrayElement(1);
        return new Described(described.getArrayElement(0).asString(), data.isNull() ? null : data.asString());
    }

    private static ProxyArray array(Iterable<String> names) {
        List<Object> list = new ArrayList<>();
        names.forEach(list::add);
        return ProxyArray.fromList(list);
    }

    /// @param message as in `Uncaught Error: no such gif`
    /// @param data Convex JSON of a `ConvexError`
    record Described(String message, @Nullable String data) {}
}
