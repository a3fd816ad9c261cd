package dev.actionscope.inspector.result;

import dev.actionscope.runtime.trace.RunResult;

/// What is known of the outcome of a run.
public sealed interface ResultState {
    /// Nothing was run yet.
    record NothingRun() implements ResultState {}

    /// A run goes on.
    ///
    /// @param function as in `messages:sendGif`
    /// @param startedNanos on the monotonic clock of this process
    record Running(String function, long startedNanos) implements ResultState {}

    /// A run is over.
    record Ended(RunResult result) implements ResultState {}
}
