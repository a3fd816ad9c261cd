package dev.actionscope.runtime.isolate.scripts;

import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The modules of one bundle that run in isolates, by module path.
public final class LoadedBundle {
    private final Map<String, LoadedModule> modules = new LinkedHashMap<>();

    LoadedBundle(Bundle bundle) {
        for (BundledModule module : bundle.modules().values()) {
            if (module.environment() == Environment.CONVEX) {
                modules.put(module.path(), LoadedModule.of(module));
            }
        }
    }

    /// The module of that path, or null.
    public @Nullable LoadedModule module(String path) {
        return modules.get(path);
    }

    Collection<LoadedModule> modules() {
        return modules.values();
    }
}
