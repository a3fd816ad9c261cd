package dev.actionscope.app.run;

import dev.actionscope.runtime.host.RunProgress;
import dev.actionscope.runtime.trace.RunResult;

/// How the run is that the workbench shows.
public sealed interface RunState {
    /// Nothing has been run yet.
    record Idle() implements RunState {}

    /// The host has been asked and has not answered.
    record Starting(String function) implements RunState {}

    /// It goes on.
    ///
    /// @param startedNanos when it was begun, on the window's monotonic clock
    /// @param isStopping whether the user has asked it to stop
    record Running(String runId, String function, long startedNanos, boolean isStopping) implements RunState {}

    /// It is over.
    record Ended(String function, RunResult result) implements RunState {}

    /// It could not be started, or its host died.
    ///
    /// @param reason one line
    record Lost(String function, String reason) implements RunState {}

    /// What can happen to a run.
    sealed interface Event {
        /// The user ran a function.
        record Asked(String function) implements Event {}

        /// The host has begun.
        record Begun(String runId, long atNanos) implements Event {}

        /// The host could not begin.
        record Refused(String reason) implements Event {}

        /// The user wants it to stop.
        record Stopped() implements Event {}

        /// It is over.
        record Finished(String runId, RunResult result) implements Event {}

        /// The host is gone.
        record HostDied(String reason) implements Event {}

        /// A recorded run is shown instead.
        record Loaded(RunResult result) implements Event {}

        /// The project was closed.
        record Cleared() implements Event {}
    }

    /// The state after the event; the same when the event does not concern it.
    default RunState next(Event event) {
        return switch (event) {
            case Event.Asked(String function) -> isBusy() ? this : new Starting(function);
            case Event.Begun(String runId, long at) ->
                this instanceof Starting(String function) ? new Running(runId, function, at, false) : this;
            case Event.Refused(String reason) ->
                this instanceof Starting(String function) ? new Lost(function, reason) : this;
            case Event.Stopped() ->
                this instanceof Running running
                        ? new Running(running.runId(), running.function(), running.startedNanos(), true)
                        : this;
            case Event.Finished(String runId, RunResult result) ->
                this instanceof Running running && running.runId().equals(runId)
                        ? new Ended(running.function(), result)
                        : this;
            case Event.HostDied(String reason) -> isBusy() ? new Lost(function(), reason) : this;
            case Event.Loaded(RunResult result) -> isBusy() ? this : new Ended(result.function(), result);
            case Event.Cleared() -> new Idle();
        };
    }

    /// Whether a run is beginning or going on.
    default boolean isBusy() {
        return this instanceof Starting || this instanceof Running;
    }

    /// The function's path, empty when there is none.
    default String function() {
        return switch (this) {
            case Idle() -> "";
            case Starting starting -> starting.function();
            case Running running -> running.function();
            case Ended ended -> ended.function();
            case Lost lost -> lost.function();
        };
    }

    /// Whether that progress belongs to this run.
    default boolean owns(RunProgress progress) {
        return this instanceof Running running && running.runId().equals(progress.runId());
    }
}
