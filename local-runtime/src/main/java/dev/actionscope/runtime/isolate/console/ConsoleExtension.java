package dev.actionscope.runtime.isolate.console;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.isolate.RealmExtension;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/// `console`, whose lines look as Convex makes them.
public final class ConsoleExtension implements RealmExtension {
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void install(Realm realm) {
        ConsoleLines lines = new ConsoleLines(realm);
        ProxyExecutable write = arguments -> {
            lines.write(LogLevel.valueOf(arguments[0].asString()), arguments[1].asString());
            return null;
        };
        ProxyExecutable trace = arguments -> {
            lines.trace(arguments[0].asString());
            return null;
        };
        ProxyExecutable now = arguments -> now(realm);
        ProxyExecutable inspector = arguments -> realm.evaluate(ConsoleExtension.class, "object-inspect.js");
        Value console = realm.evaluate(ConsoleExtension.class, "console.js")
                .execute(ProxyObject.fromMap(Map.of("write", write, "trace", trace, "now", now)), inspector);
        realm.defineGlobal("console", console);
    }

    /// Queries and mutations may not see time pass, but their timers tell the truth.
    private static double now(Realm realm) {
        FunctionKind kind = realm.kind();
        return kind == null || kind.isTransactional()
                ? System.nanoTime() / NANOS_PER_MILLI
                : realm.seam().performanceNow();
    }
}
