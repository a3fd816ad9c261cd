package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.calltree.CallTreeRow;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.SourceLabel;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.view.SpanLook;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// What was called: its kind as a coloured square, its name, and where it was called.
final class CallNameCell extends CallTreeColumns.CallCell {
    private final Region square = new Region();
    private final Label name = new Label();
    private final Label place = new Label();
    private final NameBox box = new NameBox(square, name, place);
    private final Tooltip tooltip = new Tooltip();

    CallNameCell(Supplier<CallTree> tree) {
        super(tree);
        getStyleClass().add("call-name-cell");
        name.setEllipsisString("…");
        place.setEllipsisString("…");
        name.getStyleClass().addAll("mono", "call-name");
        place.getStyleClass().addAll("mono", "call-place");
    }

    @Override
    void showCall(int row) {
        TraceModel model = tree().model();
        square.getStyleClass().setAll("kind-square", SpanLook.styleClass(model.kind(row)));
        square.setVisible(true);
        square.setManaged(true);
        name.setText(model.name(row));
        name.getStyleClass().removeAll("call-more", "call-match");
        if (tree().isMatch(row)) {
            name.getStyleClass().add("call-match");
        }
        place.setText(SourceLabel.of(model.position(row)));
        int troubles = isCollapsed() ? model.totals().troublesBelow(row) : 0;
        if (troubles > 0) {
            place.setText(place.getText() + "  ▲ " + Quantities.count(troubles));
        }
        setGraphic(box);
        setAccessibleText(model.kind(row).id() + " " + model.name(row) + " " + place.getText());
        tooltip.setText(model.kind(row).id() + "  " + model.name(row)
                + (model.position(row) == null ? "" : "\n" + model.position(row))
                + (troubles == 0 ? "" : "\n" + Quantities.count(troubles, "problem", "problems") + " below"));
        setTooltip(tooltip);
    }

    private boolean isCollapsed() {
        return getTableRow() != null
                && getTableRow().getTreeItem() != null
                && !getTableRow().getTreeItem().isExpanded()
                && !getTableRow().getTreeItem().isLeaf();
    }

    @Override
    void showMore(CallTreeRow.More more) {
        square.setVisible(false);
        square.setManaged(false);
        name.setText("… " + Quantities.count(more.hidden()) + " more");
        name.getStyleClass().remove("call-match");
        name.getStyleClass().add("call-more");
        place.setText("");
        setAccessibleText(name.getText());
        setGraphic(box);
        tooltip.setText("Double click or Enter shows " + Quantities.count(Math.min(more.hidden(), CallTree.LEVEL_CAP))
                + " of them");
        setTooltip(tooltip);
    }
}
