package dev.actionscope.runtime.bundle;

import java.time.Duration;
import java.util.List;

/// What came of a build. A failed one says nothing about the bundle of the build before it, which stays good.
public sealed interface BuildOutcome {

    /// How long it took.
    Duration duration();

    /// It worked.
    record Built(Bundle bundle, List<BuildProblem> warnings, Duration duration) implements BuildOutcome {
        public Built {
            warnings = List.copyOf(warnings);
        }
    }

    /// It did not; there is at least one problem.
    record Failed(List<BuildProblem> problems, Duration duration) implements BuildOutcome {
        public Failed {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a failed build has a problem");
            }
        }
    }
}
