package dev.actionscope.app.run;

import dev.actionscope.app.host.HostSession;
import dev.actionscope.app.notice.Notice;
import dev.actionscope.runtime.host.RunEnded;
import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.host.RunRequest;
import dev.actionscope.runtime.host.RunSummary;
import dev.actionscope.runtime.trace.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The run that the workbench shows, and the list of those before it.
///
/// FX thread only.
public final class RunSession {
    private static final int MAX_EARLY = 1_000;

    private final HostSession host;
    private final LongSupplier nanos;
    private final Consumer<Notice> notices;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(new RunState.Idle());
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final List<Object> early = new ArrayList<>();
    private final List<RunListener> listeners = new ArrayList<>();

    /// @param nanos a monotonic clock
    public RunSession(HostSession host, LongSupplier nanos, Consumer<Notice> notices) {
        this.host = host;
        this.nanos = nanos;
        this.notices = notices;
    }

    /// How the run is.
    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The project's recorded runs, newest first.
    public ObservableList<RunSummary> runs() {
        return runs;
    }

    /// Tells of everything that happens from now on.
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    /// Runs a function, unless a run goes on.
    public void start(RunRequest request) {
        if (state.get().isBusy()) {
            notices.accept(Notice.info(state.get().function() + " is still running. Stop it first."));
            return;
        }
        next(new RunState.Event.Asked(request.function()));
        early.clear();
        host.ask(commands -> commands.startRun(request), this::begun, this::refused);
    }

    /// Stops the run that goes on.
    public void stop() {
        if (state.get() instanceof RunState.Running running) {
            next(new RunState.Event.Stopped());
            host.tell(commands -> commands.stopRun(running.runId()));
        }
    }

    /// The host says that a run went on.
    public void progressed(RunProgress progress) {
        if (state.get().owns(progress)) {
            listeners.forEach(listener -> listener.progressed(progress));
        } else {
            keep(progress);
        }
    }

    /// The host says that a run is over.
    public void ended(RunEnded ended) {
        if (state.get() instanceof RunState.Starting) {
            keep(ended);
            return;
        }
        if (next(new RunState.Event.Finished(ended.runId(), ended.result()))) {
            listeners.forEach(listener -> listener.ended(ended.runId(), ended.result()));
            refresh();
        }
    }

    /// The host is gone; a run that went on is marked as canceled.
    public void hostDied(String reason) {
        String function = state.get().function();
        if (next(new RunState.Event.HostDied(reason))) {
            listeners.forEach(listener -> listener.lost(function, reason));
        }
    }

    /// Shows a recorded run.
    public void open(RunSummary summary) {
        @Nullable String recording = summary.recording();
        if (recording == null) {
            notices.accept(Notice.info(
                    "The run of " + summary.function() + " was not recorded, so it cannot be shown again."));
            return;
        }
        host.ask(
                commands -> commands.loadRun(recording),
                this::show,
                reason -> notices.accept(Notice.error("The recording " + recording + " cannot be opened: " + reason)));
    }

    /// Shows a run that is over.
    public void show(RunResult result) {
        if (next(new RunState.Event.Loaded(result))) {
            listeners.forEach(listener -> listener.shown(result));
        }
    }

    /// Reads the list of runs anew.
    public void refresh() {
        host.ask(
                commands -> commands.listRuns(),
                runs::setAll,
                reason -> notices.accept(Notice.warning("The list of runs cannot be read: " + reason)));
    }

    /// Forgets everything: the project was closed.
    public void clear() {
        next(new RunState.Event.Cleared());
        runs.clear();
        listeners.forEach(RunListener::cleared);
    }

    private void begun(String runId) {
        String function = state.get().function();
        next(new RunState.Event.Begun(runId, nanos.getAsLong()));
        listeners.forEach(listener -> listener.begun(runId, function));
        List<Object> waiting = List.copyOf(early);
        early.clear();
        for (Object event : waiting) {
            switch (event) {
                case RunProgress progress -> progressed(progress);
                case RunEnded ended -> ended(ended);
                default -> throw new IllegalStateException("not an event: " + event);
            }
        }
    }

    private void refused(String reason) {
        String function = state.get().function();
        next(new RunState.Event.Refused(reason));
        notices.accept(Notice.error(function + " could not be run: " + reason));
        listeners.forEach(listener -> listener.lost(function, reason));
    }

    /// A run may be on its way before the host has answered with its id.
    private void keep(Object event) {
        if (state.get() instanceof RunState.Starting && early.size() < MAX_EARLY) {
            early.add(event);
        }
    }

    private boolean next(RunState.Event event) {
        RunState before = state.get();
        state.set(before.next(event));
        return !before.equals(state.get());
    }
}
