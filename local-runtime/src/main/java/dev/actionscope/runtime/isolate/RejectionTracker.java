package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.PromiseRejectionTracker;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers the promises that were rejected and that nobody handles. Isolate's thread only.
final class RejectionTracker implements PromiseRejectionTracker {
    private final Map<JSDynamicObject, Object> unhandled = new LinkedHashMap<>();

    /// The first rejection that nothing handles now, or null. To be asked when JavaScript has come to rest.
    @Nullable
    Object firstReason() {
        return unhandled.isEmpty() ? null : unhandled.values().iterator().next();
    }

    /// The same, and forgets all.
    @Nullable
    Object takeFirstReason() {
        Object reason = firstReason();
        unhandled.clear();
        return reason;
    }

    @Override
    public void promiseRejected(JSDynamicObject promise, Object reason) {
        unhandled.put(promise, reason);
    }

    @Override
    public void promiseRejectionHandled(JSDynamicObject promise) {
        unhandled.remove(promise);
    }

    @Override
    public void promiseRejectedAfterResolved(JSDynamicObject promise, Object value) {}

    @Override
    public void promiseResolvedAfterResolved(JSDynamicObject promise, Object value) {}
}
