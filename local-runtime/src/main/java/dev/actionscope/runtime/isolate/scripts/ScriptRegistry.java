package dev.actionscope.runtime.isolate.scripts;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The scripts an engine runs, and where their text came from. Thread-safe. Keeps the latest bundles only, so that a
/// day of editing does not fill the memory.
public final class ScriptRegistry {
    private static final int BUNDLES = 8;

    private final Map<String, LoadedBundle> bundles = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoadedBundle> eldest) {
            return size() > BUNDLES;
        }
    };
    private volatile Map<String, LoadedModule> scripts = new ConcurrentHashMap<>();

    /// The bundle, loaded once.
    public synchronized LoadedBundle load(Bundle bundle) {
        LoadedBundle known = bundles.get(bundle.hash());
        if (known != null) {
            return known;
        }
        LoadedBundle loaded = new LoadedBundle(bundle);
        bundles.put(bundle.hash(), loaded);
        Map<String, LoadedModule> byPath = new HashMap<>();
        for (LoadedBundle each : bundles.values()) {
            for (LoadedModule module : each.modules()) {
                byPath.put(module.scriptPath(), module);
            }
        }
        scripts = new ConcurrentHashMap<>(byPath);
        return loaded;
    }

    /// Whether that source is a module of a bundle.
    public boolean isModule(Source source) {
        return scriptOf(source) != null;
    }

    /// Where the start of that section came from; null for text that has no source.
    public @Nullable SourcePosition original(@Nullable SourceSection section) {
        if (section == null || !section.isAvailable()) {
            return null;
        }
        return original(section.getSource().getPath(), section.getStartLine(), section.getStartColumn());
    }

    /// Where a place of a script came from; null for text that has no source.
    public @Nullable SourcePosition original(@Nullable String scriptPath, int line, int column) {
        if (scriptPath == null || line < 1 || column < 1) {
            return null;
        }
        LoadedModule module = scripts.get(scriptPath.replace('\\', '/'));
        return module == null ? null : module.map().original(line, column);
    }

    private @Nullable LoadedModule scriptOf(Source source) {
        String path = source.getPath();
        return path == null ? null : scripts.get(path.replace('\\', '/'));
    }
}
