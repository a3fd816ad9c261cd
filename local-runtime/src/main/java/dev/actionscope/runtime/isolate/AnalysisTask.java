package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.scripts.LoadedBundle;
import dev.actionscope.runtime.isolate.scripts.LoadedModule;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.RunError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/// Loads the modules of a bundle, one after the other, until all are done or one has to be stopped.
final class AnalysisTask implements IsolateTask, RealmUse {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final long HEAP_LIMIT = 256L << 20;

    private final BundleAnalysis analysis;
    private final CompletableFuture<Boolean> done;
    private @Nullable IsolateGuard guard;
    private @Nullable OperationScheduler operations;
    private @Nullable Object failure;

    AnalysisTask(BundleAnalysis analysis, CompletableFuture<Boolean> done) {
        this.analysis = analysis;
        this.done = done;
    }

    @Override
    public void refuse(Throwable cause) {
        done.completeExceptionally(cause);
    }

    @Override
    public void run(ScriptRealm realm) {
        LoadedBundle bundle = realm.services().scripts().load(analysis.bundle());
        IsolateGuard own = new IsolateGuard(realm, new IsolateLimits(LIMIT, LIMIT, HEAP_LIMIT), false);
        guard = own;
        operations = new OperationScheduler(analysis.seam(), false, realm.clock(), realm.thread());
        realm.bind(this, bundle);
        realm.services().watchdog().add(own);
        try {
            boolean goesOn = true;
            while (goesOn && !analysis.isComplete()) {
                own.restartClock();
                goesOn = analyzeNext(realm, own, bundle);
            }
            done.complete(true);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        } finally {
            realm.services().watchdog().remove(own);
            own.finish();
        }
    }

    /// Whether the isolate can be used for the next module, too.
    private boolean analyzeNext(ScriptRealm realm, IsolateGuard own, LoadedBundle bundle) {
        String path = analysis.nextModule();
        LoadedModule module = path == null ? null : bundle.module(path);
        if (path == null || module == null) {
            return true;
        }
        failure = null;
        try {
            ModuleReader reader = new ModuleReader(realm, analysis, path);
            RunError problem = reader.read(realm.load(module));
            Object unhandled = failure != null ? failure : realm.rejections().takeFirstReason();
            if (unhandled != null) {
                problem = realm.errors().read(realm.context().asValue(unhandled));
            }
            if (problem != null) {
                analysis.failed(path, problem);
            }
            return true;
        } catch (PolyglotException e) {
            Ending ending = own.ending();
            analysis.failed(path, ending == null ? realm.errors().read(e) : text(ending));
            return ending == null && !e.isResourceExhausted();
        } catch (Error e) {
            Ending ending = own.ending();
            if (ending == null) {
                throw e;
            }
            analysis.failed(path, text(ending));
            return false;
        }
    }

    private static RunError text(Ending ending) {
        String message = switch (ending) {
            case Ending.Stopped stopped -> "stopped";
            case Ending.OutOfTime time -> time.message();
            case Ending.OutOfMemory memory -> memory.message();
            case Ending.Fatal fatal -> fatal.message();
        };
        return new RunError(message, null, List.of());
    }

    @Override
    public @Nullable FunctionKind kind() {
        return null;
    }

    @Override
    public Seam seam() {
        return analysis.seam();
    }

    @Override
    public boolean isImporting() {
        return true;
    }

    @Override
    public OperationScheduler operations() {
        OperationScheduler scheduler = operations;
        if (scheduler == null) {
            throw new IllegalStateException("the analysis has not begun");
        }
        return scheduler;
    }

    @Override
    public void fail(Object error) {
        failure = error;
    }

    @Override
    public RuntimeException terminate(String message) {
        IsolateGuard own = guard;
        if (own == null) {
            throw new IllegalStateException(message);
        }
        own.end(new Ending.Fatal(message));
        while (true) {
            LockSupport.parkNanos(100_000);
            own.pollCancellation();
        }
    }
}
