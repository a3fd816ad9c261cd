package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.view.StatusPill;
import java.util.function.Supplier;

/// How a call ended, as an icon and a word.
final class StatusCell extends CallTreeColumns.CallCell {
    private final StatusPill pill = new StatusPill();

    StatusCell(Supplier<CallTree> tree) {
        super(tree);
        getStyleClass().add("status-cell");
    }

    @Override
    void showCall(int row) {
        pill.show(tree().model().status(row));
        setAccessibleText("status " + pill.getText());
        setGraphic(pill);
    }
}
