package dev.actionscope.inspector.view.calltree;

import dev.actionscope.inspector.calltree.CallText;
import dev.actionscope.inspector.model.TraceModel;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.trace.SourcePosition;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What can be done with a call of the tree.
final class CallTreeMenu {
    private static final int MOST_LINES = 10_000;

    private final CallTreeView view;

    CallTreeMenu(CallTreeView view) {
        this.view = view;
    }

    ContextMenu menu() {
        MenuItem open = item("Go to source", view::openSource, new KeyCodeCombination(KeyCode.ENTER));
        MenuItem copy =
                item("Copy call", () -> copyRow(view), new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        MenuItem copyTree = new MenuItem("Copy with all calls below");
        copyTree.setOnAction(event -> copySubtree());
        MenuItem copyPlace = new MenuItem("Copy source position");
        copyPlace.setOnAction(event -> copyPosition());
        MenuItem expand = item("Expand all below", view::expandSelected, new KeyCodeCombination(KeyCode.MULTIPLY));
        MenuItem sameKind = new MenuItem("Show only this kind");
        sameKind.setOnAction(event -> filterKind());
        ContextMenu menu = new ContextMenu(
                open, new SeparatorMenuItem(), copy, copyTree, copyPlace, new SeparatorMenuItem(), expand, sameKind);
        menu.setOnShowing(event -> {
            int row = view.selectedRow();
            boolean none = row == TraceModel.NO_ROW;
            menu.getItems().forEach(item -> item.setDisable(none));
            boolean noSource = none || view.tree().model().position(row) == null;
            open.setDisable(noSource);
            copyPlace.setDisable(noSource);
        });
        return menu;
    }

    private static MenuItem item(String text, Runnable action, KeyCombination key) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(key);
        item.setOnAction(event -> action.run());
        return item;
    }

    static void copyRow(CallTreeView view) {
        int row = view.selectedRow();
        if (row != TraceModel.NO_ROW) {
            Tools.copy(CallText.line(view.tree().model(), row));
        }
    }

    private void copySubtree() {
        Tools.copy(CallText.subtree(view.tree().model(), view.selectedRow(), MOST_LINES));
    }

    private void copyPosition() {
        SourcePosition position = view.tree().model().position(view.selectedRow());
        if (position != null) {
            Tools.copy(position.toString());
        }
    }

    private void filterKind() {
        view.filterField("kind:" + view.tree().model().kind(view.selectedRow()).id());
    }
}
