package dev.actionscope.runtime.run;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.scheduling.JobState;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.RunStatus;
import java.util.List;
import java.util.function.Supplier;

/// A run that carries out a scheduled function: an action is claimed before it starts and so runs at most once, a
/// mutation marks itself done in its own transaction and so runs exactly once.
///
/// @param job the scheduled function's id
record ScheduledRun(RunContext run, String job) {

    CallOutcome around(FunctionKind kind, Supplier<CallOutcome> call) {
        try {
            if (kind == FunctionKind.ACTION && run.jobs().claim(job).isEmpty()) {
                return notWaiting();
            }
            CallOutcome outcome = call.get();
            if (outcome instanceof CallOutcome.Failed failed) {
                run.jobs().complete(job, new JobState.Broke(failed.error().message()));
            } else if (kind == FunctionKind.ACTION) {
                run.jobs().complete(job, new JobState.Succeeded());
            }
            return outcome;
        } catch (DatabaseException e) {
            return CallOutcome.Failed.of(String.valueOf(e.getMessage()));
        }
    }

    static CallOutcome notWaiting() {
        return new CallOutcome.Failed(
                RunStatus.CANCELED,
                new RunError("The scheduled function was canceled or taken by another.", null, List.of()));
    }
}
