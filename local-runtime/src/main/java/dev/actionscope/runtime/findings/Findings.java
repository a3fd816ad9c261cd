package dev.actionscope.runtime.findings;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lists of findings, as a whole.
public final class Findings {
    private Findings() {}

    /// The findings of a run, then those of the source that say something new: of two with the same rule, file and line
    /// the
    /// run's stays, since it has evidence.
    public static List<Finding> merge(Collection<Finding> ofRun, Collection<Finding> ofSource) {
        Set<Place> places = new HashSet<>();
        ofRun.forEach(finding -> places.add(Place.of(finding)));
        List<Finding> merged = new ArrayList<>(ofRun);
        for (Finding finding : ofSource) {
            if (finding.position() == null || places.add(Place.of(finding))) {
                merged.add(finding);
            }
        }
        return List.copyOf(merged);
    }

    /// Where a rule saw something.
    private record Place(String rule, String file, int line) {
        static Place of(Finding finding) {
            SourcePosition position = finding.position();
            return position == null
                    ? new Place(finding.rule(), "", 0)
                    : new Place(finding.rule(), position.file(), position.line());
        }
    }
}
