package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.isolate.scripts.ModuleFileSystem;
import java.time.ZoneOffset;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/// How user code is shut in: nothing of the host but proxies, no threads, processes or native code, no files but the
/// modules, no code from strings.
final class RealmContexts {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.ecmascript-version", "2025"),
            Map.entry("js.esm-eval-returns-exports", "true"),
            Map.entry("js.allow-eval", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.console", "false"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.global-property", "false"),
            Map.entry("js.syntax-extensions", "false"),
            Map.entry("js.async-context", "true"),
            Map.entry("js.async-stack-traces", "true"),
            Map.entry("js.stack-trace-limit", "20"),
            Map.entry("js.agent-can-block", "false"),
            Map.entry("js.string-length-limit", "33554432"),
            Map.entry("js.max-typed-array-length", "33554432"));

    private RealmContexts() {}

    static Context open(IsolateServices services, ModuleFileSystem files) {
        Context.Builder builder = Context.newBuilder("js")
                .engine(services.engine())
                .allowExperimentalOptions(true)
                .options(OPTIONS)
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowHostClassLookup(name -> false)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowValueSharing(false)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .timeZone(ZoneOffset.UTC);
        services.extensions().forEach(extension -> builder.options(extension.contextOptions()));
        return builder.build();
    }
}
