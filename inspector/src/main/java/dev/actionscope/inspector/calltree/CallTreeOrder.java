package dev.actionscope.inspector.calltree;

import dev.actionscope.inspector.model.TraceModel;
import java.util.Comparator;

/// What the calls of one level are sorted by.
public enum CallTreeOrder {
    START,
    NAME,
    TOTAL,
    SELF,
    MEMORY,
    STATUS;

    /// Compares rows of the model; the natural direction is ascending, equal ones stay in order of their start.
    public Comparator<Integer> comparator(TraceModel model) {
        Comparator<Integer> byStart = Comparator.comparingLong(model::start);
        return switch (this) {
            case START -> byStart;
            case NAME -> Comparator.comparing(model::name, String.CASE_INSENSITIVE_ORDER);
            case TOTAL -> Comparator.comparingLong(model::total);
            case SELF -> Comparator.comparingLong(model::self);
            case MEMORY -> Comparator.comparingLong(model::ownMemory);
            case STATUS -> Comparator.comparing(model::status);
        };
    }
}
