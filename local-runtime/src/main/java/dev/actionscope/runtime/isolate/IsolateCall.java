package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.isolate.ledger.ThreadMemory;
import dev.actionscope.runtime.isolate.scripts.LoadedBundle;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/// One function call, from the moment it is asked for until its report.
final class IsolateCall implements RunningCall, IsolateTask {
    private final Bundle bundle;
    private final FunctionCall call;
    private final Seam seam;
    private final IsolateLimits limits;
    private final CompletableFuture<IsolateReport> report = new CompletableFuture<>();
    private volatile @Nullable IsolateGuard guard;
    private volatile boolean stopped;

    IsolateCall(Bundle bundle, FunctionCall call, Seam seam, IsolateLimits limits) {
        this.bundle = bundle;
        this.call = call;
        this.seam = seam;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<IsolateReport> report() {
        return report;
    }

    @Override
    public void stop() {
        stopped = true;
        IsolateGuard running = guard;
        if (running != null) {
            running.end(new Ending.Stopped());
        } else {
            report.complete(new IsolateReport(new IsolateOutcome.Canceled(), 0, 0, 0, List.of()));
        }
    }

    @Override
    public boolean isUnstoppable() {
        IsolateGuard running = guard;
        return running != null && running.isUnstoppable();
    }

    @Override
    public void refuse(Throwable cause) {
        IsolateOutcome outcome = new IsolateOutcome.Threw(new RunError("No isolate: " + cause, null, List.of()));
        report.complete(new IsolateReport(outcome, 0, 0, 0, List.of()));
    }

    @Override
    public void run(ScriptRealm realm) {
        if (stopped) {
            return;
        }
        LoadedBundle loaded = realm.services().scripts().load(bundle);
        IsolateGuard own = new IsolateGuard(realm, limits, call.kind().isTransactional());
        guard = own;
        CallSession session = new CallSession(realm, own, call, seam);
        realm.bind(session, loaded);
        realm.services().watchdog().add(own);
        if (stopped) {
            own.end(new Ending.Stopped());
        }
        IsolateReport result;
        try {
            result = finish(realm, own, session, outcome(session, own, loaded));
        } finally {
            realm.services().watchdog().remove(own);
            own.finish();
        }
        report.complete(result);
    }

    /// Ends what is left over and counts.
    private static IsolateReport finish(
            ScriptRealm realm, IsolateGuard guard, CallSession session, IsolateOutcome outcome) {
        boolean returned = outcome instanceof IsolateOutcome.Returned || outcome instanceof IsolateOutcome.Threw;
        ThreadMemory memory = realm.thread().memory();
        long own = session.ownAllocatedBytes();
        guard.memory().sampleLast();
        List<UnawaitedPromise> unawaited = realm.thread()
                .ledger()
                .report(returned ? session.operations().pending() : List.of(), session.resultPromise());
        session.operations().cancelAll(returned);
        return new IsolateReport(outcome, own, guard.memory().peakBytes(), memory.cpuNanos(), unawaited);
    }

    private static IsolateOutcome outcome(CallSession session, IsolateGuard guard, LoadedBundle loaded) {
        try {
            IsolateOutcome outcome = session.run(loaded);
            Ending ending = guard.ending();
            return ending == null || outcome instanceof IsolateOutcome.Returned ? outcome : ending.outcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IsolateOutcome.Canceled();
        } catch (PolyglotException e) {
            return ended(session, guard, e);
        } catch (OutOfMemoryError e) {
            // What was hoarded is garbage by now: the JVM has room again.
            return guard.outOfMemory().outcome();
        } catch (RuntimeException | Error e) {
            // A cancellation shows itself as an error of the engine's own when it strikes between two calls into it.
            Ending ending = guard.ending();
            return ending != null ? ending.outcome() : internalFault(e);
        }
    }

    private static IsolateOutcome ended(CallSession session, IsolateGuard guard, PolyglotException exception) {
        Ending ending = guard.ending();
        if (ending != null) {
            return ending.outcome();
        }
        if (exception.isResourceExhausted()) {
            return guard.outOfMemory().outcome();
        }
        return exception.isGuestException() ? session.threw(exception) : internalFault(exception);
    }

    private static IsolateOutcome internalFault(Throwable fault) {
        System.getLogger(IsolateCall.class.getName()).log(System.Logger.Level.ERROR, "a call ended by a fault", fault);
        return new IsolateOutcome.Threw(
                new RunError("Your request couldn't be completed. Try again later.", null, List.of()));
    }
}
