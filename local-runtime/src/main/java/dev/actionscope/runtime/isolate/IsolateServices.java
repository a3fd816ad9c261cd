package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.isolate.scripts.ScriptRegistry;
import dev.actionscope.runtime.isolate.scripts.StackFrames;
import java.util.List;
import org.graalvm.polyglot.Engine;

/// What all isolates of one engine share.
record IsolateServices(
        Engine engine,
        ScriptRegistry scripts,
        StackFrames frames,
        RuntimeScripts runtimeScripts,
        List<RealmExtension> extensions,
        Watchdog watchdog) {
    IsolateServices {
        extensions = List.copyOf(extensions);
    }
}
