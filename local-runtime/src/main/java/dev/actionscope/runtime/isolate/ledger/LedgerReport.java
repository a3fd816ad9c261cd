package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.actionscope.runtime.isolate.UnawaitedPromise;
import dev.actionscope.runtime.isolate.UnawaitedPromise.Kind;
import dev.actionscope.runtime.isolate.UnawaitedPromise.State;
import dev.actionscope.runtime.isolate.ledger.PromiseLedger.Entry;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the list of what was not awaited, one for each creation site, when a function has returned.
final class LedgerReport {
    private final IdentityHashMap<JSPromiseObject, Entry> dropped = new IdentityHashMap<>();
    private final Map<Key, Finding> findings = new LinkedHashMap<>();
    private final IdentityHashMap<JSPromiseObject, List<Long>> served;

    /// @param entries in order of creation; the last one of a promise tells where it was dropped
    /// @param served the operations that promises had waited for
    LedgerReport(List<Entry> entries, IdentityHashMap<JSPromiseObject, List<Long>> served) {
        this.served = served;
        List<Entry> last = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            if (dropped.putIfAbsent(entry.promise(), entry) == null && isWorthTelling(entry)) {
                last.add(entry);
            }
        }
        last.reversed().forEach(this::add);
    }

    /// Adds what was still under way.
    ///
    /// @param result the promise of the function itself: what it waits for when it is ended by something else is no
    ///     loss
    void addPending(List<? extends LedgerOperation> operations, @Nullable JSPromiseObject result) {
        for (LedgerOperation operation : operations) {
            JSPromiseObject promise = operation.promise();
            Set<JSPromiseObject> waiting = promise == null ? Set.of() : PromiseGraph.waitingFor(promise);
            Entry owner = ownerAmong(waiting);
            if (owner == null && result != null && waiting.contains(result)) {
                continue;
            }
            if (owner == null) {
                Kind kind = operation.isTimer() ? Kind.TIMER : Kind.OPERATION;
                finding(kind, operation.site(), operation.name(), functionOf(operation.site()))
                        .add(State.PENDING, operation.spanId());
            } else if (isWorthTelling(owner)) {
                finding(
                                Kind.PROMISE,
                                siteOf(owner),
                                owner.expression().text(),
                                owner.expression().function())
                        .spanIds
                        .add(operation.spanId());
            }
        }
    }

    List<UnawaitedPromise> toList() {
        return findings.values().stream().map(Finding::toUnawaited).toList();
    }

    private void add(Entry entry) {
        Finding finding = finding(
                Kind.PROMISE,
                siteOf(entry),
                entry.expression().text(),
                entry.expression().function());
        finding.add(stateOf(entry.promise()));
        finding.spanIds.addAll(served.getOrDefault(entry.promise(), List.of()));
    }

    private @Nullable Entry ownerAmong(Set<JSPromiseObject> waiting) {
        for (JSPromiseObject each : waiting) {
            Entry entry = dropped.get(each);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /// `Promise.resolve(x)` is no work, and an async executor of `new Promise` that came to its end is no loss.
    private static boolean isWorthTelling(Entry entry) {
        boolean ended = entry.promise().getPromiseState() == JSPromise.FULFILLED;
        boolean isExecutor = entry.byCallee() && entry.expression().makesNewObject();
        return entry.work() && !(ended && isExecutor);
    }

    private Finding finding(Kind kind, CallSite site, String what, String function) {
        return findings.computeIfAbsent(
                new Key(kind, site.position(), what), key -> new Finding(kind, site, what, function));
    }

    private static CallSite siteOf(Entry entry) {
        List<Frame> frames = new ArrayList<>();
        frames.add(entry.expression().frame());
        for (int i = entry.callers().length - 1; i >= 0; i--) {
            if (entry.callers()[i] != entry.expression()) {
                frames.add(entry.callers()[i].frame());
            }
        }
        return new CallSite(frames);
    }

    private static String functionOf(CallSite site) {
        for (Frame frame : site.frames()) {
            if (frame.position() != null && frame.position().equals(site.position())) {
                return frame.function();
            }
        }
        return "";
    }

    private static State stateOf(JSPromiseObject promise) {
        return switch (promise.getPromiseState()) {
            case JSPromise.PENDING -> State.PENDING;
            case JSPromise.FULFILLED -> State.FULFILLED;
            default -> State.REJECTED;
        };
    }

    private record Key(Kind kind, @Nullable SourcePosition position, String what) {}

    /// What is known of one creation site.
    private static final class Finding {
        private final Kind kind;
        private final CallSite site;
        private final String what;
        private final String function;
        private final List<Long> spanIds = new ArrayList<>();
        private State state = State.FULFILLED;
        private int count;

        Finding(Kind kind, CallSite site, String what, String function) {
            this.kind = kind;
            this.site = site;
            this.what = what;
            this.function = function;
        }

        void add(State of, long spanId) {
            add(of);
            spanIds.add(spanId);
        }

        /// The worst state of all stands for the site.
        void add(State of) {
            count++;
            if (of == State.PENDING || state == State.FULFILLED) {
                state = of;
            }
        }

        UnawaitedPromise toUnawaited() {
            List<Long> ids = spanIds.stream().distinct().sorted().toList();
            return new UnawaitedPromise(site, kind, state, what, function, ids, Math.max(1, count));
        }
    }
}
