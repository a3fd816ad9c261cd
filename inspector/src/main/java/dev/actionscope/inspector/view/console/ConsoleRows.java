package dev.actionscope.inspector.view.console;

import dev.actionscope.inspector.console.ConsoleBuffer;
import dev.actionscope.inspector.console.ConsoleRow;
import javafx.collections.ObservableListBase;

/// The shown lines of a console as an observable list that tells of all changes at once.
final class ConsoleRows extends ObservableListBase<ConsoleRow> {
    private final ConsoleBuffer buffer;
    private int told;

    ConsoleRows(ConsoleBuffer buffer) {
        this.buffer = buffer;
    }

    /// Tells that lines were added at the end and nothing else has changed.
    void appended() {
        int size = buffer.rows().size();
        if (size > told) {
            beginChange();
            nextAdd(told, size);
            told = size;
            endChange();
        }
    }

    /// Tells that anything may have changed.
    void changed() {
        beginChange();
        nextReplace(0, buffer.rows().size(), java.util.List.of());
        told = buffer.rows().size();
        endChange();
    }

    @Override
    public ConsoleRow get(int index) {
        return buffer.rows().get(index);
    }

    @Override
    public int size() {
        return buffer.rows().size();
    }
}
