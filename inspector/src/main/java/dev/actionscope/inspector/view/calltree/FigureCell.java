package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallText;
import dev.actionscope.inspector.calltree.CallTree;
import dev.actionscope.inspector.model.Quantities;
import dev.actionscope.inspector.model.TraceModel;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// A figure of a call, aligned to the right.
final class FigureCell extends CallTreeColumns.CallCell {
    private final BiFunction<TraceModel, Integer, String> figure;

    private FigureCell(Supplier<CallTree> tree, BiFunction<TraceModel, Integer, String> figure) {
        super(tree);
        this.figure = figure;
        getStyleClass().addAll("figure", "dim");
    }

    static FigureCell self(Supplier<CallTree> tree) {
        return new FigureCell(tree, (model, row) -> Quantities.duration(model.self(row)));
    }

    static FigureCell memory(Supplier<CallTree> tree) {
        return new FigureCell(tree, (model, row) -> CallText.memory(model.ownMemory(row)));
    }

    @Override
    void showCall(int row) {
        setText(figure.apply(tree().model(), row));
    }
}
