package dev.actionscope.runtime.scheduling;

import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.ConvexValue.Obj;
import dev.actionscope.runtime.value.ConvexValue.Text;
import java.util.Map;
import java.util.Optional;

/// How far a scheduled function has come.
public sealed interface JobState {

    /// It waits for its time.
    record Pending() implements JobState {}

    /// It runs.
    record InProgress() implements JobState {}

    /// It ran through.
    record Success() implements JobState {}

    /// It threw, or was interrupted.
    ///
    /// @param error what it threw
    record Failed(String error) implements JobState {}

    /// It will not run, or what it still does is of no use.
    record Canceled() implements JobState {}

    /// What can happen to it.
    sealed interface Event {}

    /// Its time has come, and someone runs it.
    record Started() implements Event {}

    /// It ran through.
    record Succeeded() implements Event {}

    /// It threw, or was interrupted.
    record Broke(String error) implements Event {}

    /// Someone canceled it.
    record CancelRequested() implements Event {}

    /// The state after an event; empty when the event means nothing in this state: what is over stays as it is, and
    /// what runs does not start again.
    default Optional<JobState> next(Event event) {
        return switch (this) {
            case Pending pending -> Optional.of(event instanceof Started ? new InProgress() : ended(event));
            case InProgress running -> event instanceof Started ? Optional.empty() : Optional.of(ended(event));
            case Success over -> Optional.empty();
            case Failed over -> Optional.empty();
            case Canceled over -> Optional.empty();
        };
    }

    private static JobState ended(Event event) {
        return switch (event) {
            case Started started -> new InProgress();
            case Succeeded succeeded -> new Success();
            case Broke(String error) -> new Failed(error);
            case CancelRequested canceled -> new Canceled();
        };
    }

    /// Whether nothing will happen to it any more.
    default boolean isOver() {
        return !(this instanceof Pending || this instanceof InProgress);
    }

    /// The name in the documents of `_scheduled_functions`.
    default String kind() {
        return switch (this) {
            case Pending pending -> "pending";
            case InProgress running -> "inProgress";
            case Success success -> "success";
            case Failed failed -> "failed";
            case Canceled canceled -> "canceled";
        };
    }

    /// The `state` of such a document.
    default Obj toValue() {
        Text kind = new Text(kind());
        return this instanceof Failed(String error)
                ? new Obj(Map.of("kind", kind, "error", new Text(error)))
                : new Obj(Map.of("kind", kind));
    }

    /// Reads the `state` of such a document.
    static JobState of(ConvexValue value) {
        String kind = value instanceof Obj state && state.get("kind") instanceof Text(String name) ? name : "";
        return switch (kind) {
            case "pending" -> new Pending();
            case "inProgress" -> new InProgress();
            case "success" -> new Success();
            case "canceled" -> new Canceled();
            case "failed" ->
                new Failed(value instanceof Obj state && state.get("error") instanceof Text(String e) ? e : "");
            default -> throw new IllegalStateException("no state of a scheduled function: " + value);
        };
    }
}
