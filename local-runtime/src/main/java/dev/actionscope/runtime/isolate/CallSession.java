package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.scripts.LoadedBundle;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The course of one call on its isolate's thread: load the module, invoke the function, turn the loop until there is
/// an outcome.
final class CallSession implements RealmUse {
    private static final String NEVER = "Returned promise will never resolve";

    private final ScriptRealm realm;
    private final IsolateGuard guard;
    private final FunctionCall call;
    private final Seam seam;
    private final OperationScheduler operations;
    private boolean importing = true;
    private long allocatedAtStart;
    private @Nullable JSPromiseObject result;
    private @Nullable Object failure;
    private @Nullable IsolateOutcome outcome;

    CallSession(ScriptRealm realm, IsolateGuard guard, FunctionCall call, Seam seam) {
        this.realm = realm;
        this.guard = guard;
        this.call = call;
        this.seam = seam;
        operations = new OperationScheduler(seam, call.kind().isTransactional(), realm.clock(), realm.thread());
        allocatedAtStart = realm.thread().memory().allocatedBytes();
    }

    /// Runs the call to its end.
    ///
    /// @throws PolyglotException when it was cancelled, or when something threw outside of a promise
    IsolateOutcome run(LoadedBundle bundle) throws InterruptedException {
        realm.clock().start();
        try {
            Invocation invocation = new Invocation(realm, call);
            Object found = invocation.find(bundle);
            if (found instanceof RunError error) {
                return new IsolateOutcome.Threw(error);
            }
            RunError unhandled = unhandled();
            if (unhandled != null) {
                return new IsolateOutcome.Threw(unhandled);
            }
            importing = false;
            if (call.kind().isTransactional()) {
                realm.refuseImports("dynamic module import unsupported");
            }
            realm.thread().startLedger();
            allocatedAtStart = realm.thread().memory().allocatedBytes();
            Value promise = invocation.begin();
            result = GuestObjects.of(promise) instanceof JSPromiseObject raw ? raw : null;
            watch(promise, this::returned);
            return turn();
        } finally {
            realm.clock().stop();
        }
    }

    /// The error behind an exception that JavaScript let out.
    IsolateOutcome threw(PolyglotException exception) {
        return new IsolateOutcome.Threw(realm.errors().read(exception));
    }

    /// Allocated by user code, without what operations allocated for their requests and answers.
    long ownAllocatedBytes() {
        long all = realm.thread().memory().allocatedBytes() - allocatedAtStart;
        return Math.max(0, all - operations.operationBytes());
    }

    /// The promise of the function, null before it is called.
    @Nullable
    JSPromiseObject resultPromise() {
        return result;
    }

    private IsolateOutcome turn() throws InterruptedException {
        while (true) {
            RunError unhandled = unhandled();
            if (unhandled != null) {
                return new IsolateOutcome.Threw(unhandled);
            }
            IsolateOutcome settled = outcome;
            if (settled != null && (isFinal(settled) || operations.isIdle())) {
                return settled;
            }
            operations.proceed();
            if (settled == null && operations.isIdle() && realm.loop().isEmpty()) {
                return new IsolateOutcome.Threw(new RunError(NEVER, null, List.of()));
            }
            realm.clock().stop();
            Runnable task = realm.loop().next();
            Ending ending = guard.ending();
            if (ending != null) {
                return ending.outcome();
            }
            realm.clock().start();
            task.run();
        }
    }

    /// Queries and mutations go on until everything they asked for is done, unless they failed.
    private boolean isFinal(IsolateOutcome settled) {
        return !call.kind().isTransactional() || settled instanceof IsolateOutcome.Threw;
    }

    private @Nullable RunError unhandled() {
        Object error = failure != null ? failure : realm.rejections().firstReason();
        return error == null ? null : realm.errors().read(realm.context().asValue(error));
    }

    private void watch(Value promise, ProxyExecutable onValue) {
        ProxyExecutable onError = arguments -> {
            outcome = new IsolateOutcome.Threw(realm.errors().read(arguments[0]));
            return null;
        };
        promise.invokeMember("then", onValue, onError);
    }

    private @Nullable Object returned(Value... arguments) {
        ProxyExecutable finisher = realm.httpFinisher();
        if (call.kind() != FunctionKind.HTTP_ACTION || finisher == null) {
            outcome = new IsolateOutcome.Returned(arguments[0].asString());
            return null;
        }
        Value finished = realm.context().asValue(finisher.execute(arguments[0]));
        if (finished.isString()) {
            outcome = new IsolateOutcome.Returned(finished.asString());
        } else {
            watch(finished, last -> {
                outcome = new IsolateOutcome.Returned(last[0].asString());
                return null;
            });
        }
        return null;
    }

    @Override
    public FunctionKind kind() {
        return call.kind();
    }

    @Override
    public Seam seam() {
        return seam;
    }

    @Override
    public boolean isImporting() {
        return importing;
    }

    @Override
    public OperationScheduler operations() {
        return operations;
    }

    @Override
    public void fail(Object error) {
        if (failure == null) {
            failure = error;
        }
    }

    @Override
    public RuntimeException terminate(String message) {
        guard.end(new Ending.Fatal(message));
        while (true) {
            LockSupport.parkNanos(100_000);
            guard.pollCancellation();
        }
    }
}
