package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.isolate.ledger.IsolateThread;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One isolate: a thread with a realm of its own, made ahead of its one use.
final class Isolate {
    private final IsolateServices services;
    private final IsolateThread thread;
    private final CompletableFuture<IsolateTask> task = new CompletableFuture<>();

    private Isolate(IsolateServices services, String name) {
        this.services = services;
        thread = new IsolateThread(this::live, name);
    }

    /// Begins to prepare one.
    static Isolate prepare(IsolateServices services, String name) {
        Isolate isolate = new Isolate(services, name);
        isolate.thread.start();
        return isolate;
    }

    /// Gives it what it is for; once.
    void use(IsolateTask with) {
        task.complete(with);
    }

    /// It will not be used.
    void discard() {
        task.cancel(false);
    }

    private void live() {
        try (ScriptRealm realm = ScriptRealm.open(services, thread)) {
            task.get().run(realm);
        } catch (CancellationException e) {
            // Prepared for nothing: its engine was closed.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException | Error e) {
            task.whenComplete((given, failure) -> {
                if (given != null) {
                    given.refuse(e);
                }
            });
        }
    }
}
