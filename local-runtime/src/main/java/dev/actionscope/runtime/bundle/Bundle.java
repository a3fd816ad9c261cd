package dev.actionscope.runtime.bundle;

import java.util.List;
import java.util.Map;

/// A whole project, ready to run. Immutable; every rebuild makes a new one.
///
/// @param hash of all module texts, hexadecimal; equal hash means equal code
/// @param modules by [BundledModule#path], chunks included
/// @param entryPoints the paths that user code can be called in, sorted; `schema.js`, `auth.config.js`, `crons.js`,
///     `http.js` are among `modules`; crons and http are entry points as well
public record Bundle(String hash, Map<String, BundledModule> modules, List<String> entryPoints) {
    public Bundle {
        modules = Map.copyOf(modules);
        entryPoints = List.copyOf(entryPoints);
    }
}
