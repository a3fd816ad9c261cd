package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.nodes.promise.AsyncHandlerRootNode;
import com.oracle.truffle.js.runtime.JobCallback;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.PromiseReactionRecord;
import com.oracle.truffle.js.runtime.util.SimpleArrayList;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who waits for whom: follows a pending promise to the promises that will settle because of it, through `await`,
/// `then`, `all`, `race` and resolving functions.
final class PromiseGraph {
    private static final int LARGEST = 10_000;

    private PromiseGraph() {}

    /// The promise itself and all that wait for it, near ones first.
    static Set<JSPromiseObject> waitingFor(JSPromiseObject promise) {
        Set<JSPromiseObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<JSPromiseObject> open = new ArrayDeque<>();
        open.add(promise);
        while (!open.isEmpty() && seen.size() < LARGEST) {
            JSPromiseObject next = open.remove();
            if (seen.add(next)) {
                addWaiters(next.getPromiseFulfillReactions(), open);
                addWaiters(next.getPromiseRejectReactions(), open);
            }
        }
        return seen;
    }

    /// The promise that calling this function settles: it is one of the functions given to a `new Promise` executor.
    static @Nullable JSPromiseObject settledBy(@Nullable Object function) {
        if (!(function instanceof JSFunctionObject callback)
                || !(JSFunction.getCallTarget(callback) instanceof RootCallTarget target)) {
            return null;
        }
        RootNode root = target.getRootNode();
        return root instanceof AsyncHandlerRootNode handler
                        && handler.getAsyncStackTraceInfo(callback).promise instanceof JSPromiseObject settled
                ? settled
                : null;
    }

    private static void addWaiters(
            @Nullable SimpleArrayList<PromiseReactionRecord> reactions, Deque<JSPromiseObject> into) {
        if (reactions == null) {
            return;
        }
        for (int i = 0; i < reactions.size(); i++) {
            PromiseReactionRecord reaction = reactions.get(i);
            JobCallback handler = reaction.getHandler();
            JSPromiseObject settled = settledBy(handler == null ? null : handler.callback());
            if (settled != null) {
                into.add(settled);
            }
            if (reaction.getCapability() != null
                    && reaction.getCapability().getPromise() instanceof JSPromiseObject derived) {
                into.add(derived);
            }
        }
    }
}
