package dev.actionscope.app.host;

import dev.actionscope.runtime.host.InstallProgress;
import dev.actionscope.runtime.host.ProjectState;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RuntimeCommands;
import dev.actionscope.runtime.host.RuntimeEvents;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The workbench's runtime host: started, replaced when it dies, ended with the window. Its events and answers are
/// delivered on the FX thread in the order in which the host gave them; those of a host that has been replaced are
/// dropped.
///
/// FX thread only.
public final class HostSession implements AutoCloseable {
    /// Hosts that die this often without ever becoming ready are not replaced again.
    private static final int FAILED_STARTS = 3;

    private final RuntimeHosts hosts;
    private final Executor fx;
    private final Executor background;
    private final HostListener listener;
    private final ReadOnlyObjectWrapper<HostState> state =
            new ReadOnlyObjectWrapper<>(new HostState.Ended("not started"));
    private @Nullable RuntimeCommands commands;
    private long generation;
    private boolean hasSaidReady;
    private int failedStarts;
    private boolean isClosed;

    /// @param fx runs work on the FX thread in order
    /// @param background starts and ends processes
    public HostSession(RuntimeHosts hosts, Executor fx, Executor background, HostListener listener) {
        this.hosts = hosts;
        this.fx = fx;
        this.background = background;
        this.listener = listener;
    }

    /// How the host is.
    public ReadOnlyObjectProperty<HostState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Starts a host; an earlier one is ended.
    public void start() {
        end();
        long mine = ++generation;
        hasSaidReady = false;
        state.set(new HostState.Starting());
        Events events = new Events(mine);
        background.execute(() -> {
            try {
                RuntimeCommands started = hosts.start(events, reason -> fx.execute(() -> died(mine, reason)));
                fx.execute(() -> started(mine, started));
            } catch (IOException | RuntimeException e) {
                fx.execute(() -> died(mine, message(e)));
            }
        });
    }

    /// Asks the host for something.
    ///
    /// @param answered hears the answer on the FX thread
    /// @param failed hears one line on the FX thread
    public <T> void ask(
            Function<RuntimeCommands, CompletableFuture<T>> question, Consumer<T> answered, Consumer<String> failed) {
        RuntimeCommands host = commands;
        if (host == null) {
            failed.accept("The runtime is not running. Use “Restart runtime” to start it.");
            return;
        }
        long mine = generation;
        question.apply(host)
                .whenComplete((answer, failure) -> fx.execute(() -> {
                    if (mine == generation) {
                        if (failure == null) {
                            answered.accept(answer);
                        } else {
                            failed.accept(message(failure));
                        }
                    }
                }));
    }

    /// Tells the host something; nothing when there is none.
    public void tell(Consumer<RuntimeCommands> notification) {
        if (commands != null) {
            notification.accept(commands);
        }
    }

    /// Ends the host for good.
    @Override
    public void close() {
        isClosed = true;
        end();
        generation++;
        state.set(new HostState.Ended("closed"));
    }

    private void end() {
        RuntimeCommands host = commands;
        commands = null;
        if (host != null) {
            background.execute(host::shutdown);
        }
    }

    private void started(long mine, RuntimeCommands host) {
        if (mine == generation) {
            commands = host;
            becomeReady();
        } else {
            background.execute(host::shutdown);
        }
    }

    private void saidReady(long mine) {
        if (mine == generation) {
            hasSaidReady = true;
            becomeReady();
        }
    }

    /// Ready are hosts that have said so and whose commands have been handed over, whichever came first.
    private void becomeReady() {
        if (hasSaidReady && commands != null) {
            failedStarts = 0;
            state.set(new HostState.Ready());
            listener.ready();
        }
    }

    private void died(long mine, String reason) {
        if (mine != generation || isClosed) {
            return;
        }
        boolean wasReady = state.get() instanceof HostState.Ready;
        failedStarts = wasReady ? 0 : failedStarts + 1;
        commands = null;
        generation++;
        boolean isReplaced = failedStarts < FAILED_STARTS;
        state.set(new HostState.Ended(reason));
        listener.hostDied(reason, isReplaced);
        if (isReplaced) {
            start();
        }
    }

    private static String message(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /// Brings the events of one host to the FX thread.
    private final class Events implements RuntimeEvents {
        private final long mine;

        Events(long mine) {
            this.mine = mine;
        }

        @Override
        public void ready() {
            fx.execute(() -> saidReady(mine));
        }

        @Override
        public void projectChanged(ProjectState state) {
            deliver(() -> listener.projectChanged(state));
        }

        @Override
        public void installProgress(InstallProgress progress) {
            deliver(() -> listener.installProgress(progress));
        }

        @Override
        public void runProgress(RunProgress progress) {
            deliver(() -> listener.runProgress(progress));
        }

        @Override
        public void runEnded(RunEnded ended) {
            deliver(() -> listener.runEnded(ended));
        }

        private void deliver(Runnable event) {
            fx.execute(() -> {
                if (mine == generation) {
                    event.run();
                }
            });
        }
    }
}
