package dev.actionscope.runtime.isolate;

import java.util.Map;

/// Something that adds to the globals of every realm: timers, `fetch`, `crypto` and their like. Stateless and
/// thread-safe; what it keeps belongs to the [Realm] it is given.
@FunctionalInterface
public interface RealmExtension {
    /// Adds its globals, before any user code, on the isolate's own thread.
    ///
    /// A realm may be prepared before its call is known: [Realm#kind], [Realm#seam] and [Realm#begin] are for the
    /// functions that are installed, to be asked when user code calls them, not for this method itself.
    void install(Realm realm);

    /// GraalJS options its scripts need, such as `js.text-encoding`.
    default Map<String, String> contextOptions() {
        return Map.of();
    }
}
