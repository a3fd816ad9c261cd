package dev.actionscope.app.project;

import dev.actionscope.app.project.FunctionRows.Row;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.SearchField;
import dev.actionscope.runtime.analysis.FunctionInfo;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the project exports, by module. Enter opens the source, a double click selects the function to run.
public final class FunctionListView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEADER = PseudoClass.getPseudoClass("header");

    private final SearchField filter = new SearchField("Filter functions");
    private final ListView<Row> list = new ListView<>();
    private final Consumer<FunctionInfo> open;
    private final Consumer<FunctionInfo> choose;
    private List<FunctionInfo> functions = List.of();
    private String chosen = "";

    /// @param open shows a function's source
    /// @param choose selects a function to run
    public FunctionListView(Consumer<FunctionInfo> open, Consumer<FunctionInfo> choose) {
        this.open = open;
        this.choose = choose;
        getStyleClass().add("function-list");
        filter.setId("function-filter");
        filter.textProperty().addListener((o, before, now) -> update());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                focusList();
                event.consume();
            }
        });
        list.setId("functions");
        list.setAccessibleText("Functions");
        list.setFixedCellSize(26);
        list.setCellFactory(view -> new FunctionCell());
        list.setPlaceholder(new Label("No function"));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                withSelected(open);
            } else if (event.getCode() == KeyCode.SPACE) {
                withSelected(choose);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                withSelected(event.getClickCount() == 2 ? choose : open);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        StackPane field = new StackPane(filter);
        field.getStyleClass().add("filter-box");
        getChildren().setAll(field, list);
    }

    /// Shows these functions.
    public void show(List<FunctionInfo> shown) {
        if (!functions.equals(shown)) {
            functions = shown;
            update();
        }
    }

    /// Marks the function that would be run.
    public void showChosen(@Nullable FunctionInfo info) {
        chosen = info == null ? "" : info.path();
        list.refresh();
        bringChosenIntoView();
    }

    /// Where typing filters.
    public SearchField filter() {
        return filter;
    }

    /// Moves the keyboard to the list.
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().getSelectedIndex() < 1 && list.getItems().size() > 1) {
            list.getSelectionModel().select(1);
        }
    }

    private void withSelected(Consumer<FunctionInfo> action) {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Function(FunctionInfo info)) {
            action.accept(info);
        }
    }

    private void bringChosenIntoView() {
        // a list that has just got its rows does not know yet how far it can scroll
        list.layout();
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof Row.Function(FunctionInfo info)
                    && info.path().equals(chosen)) {
                list.scrollTo(Math.max(0, i - 2));
            }
        }
    }

    private void update() {
        boolean wasEmpty = list.getItems().isEmpty();
        list.getItems().setAll(FunctionRows.of(functions, filter.getText()));
        if (wasEmpty) {
            bringChosenIntoView();
        }
        boolean isFiltered = !filter.getText().isBlank();
        list.setPlaceholder(new Label(
                isFiltered && !functions.isEmpty()
                        ? "No function fits “" + filter.getText() + "”"
                        : "No functions yet"));
    }

    private final class FunctionCell extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            boolean isHeader = !empty && row instanceof Row.Module;
            pseudoClassStateChanged(HEADER, isHeader);
            pseudoClassStateChanged(CHOSEN, false);
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case Row.Module(String name, int count) -> {
                    Label title = new Label(name);
                    title.getStyleClass().add("module-name");
                    Label number = new Label(Integer.toString(count));
                    number.getStyleClass().add("count");
                    setGraphic(line(title, space(), number));
                }
                case Row.Function(FunctionInfo info) -> show(info);
            }
        }

        private void show(FunctionInfo info) {
            Label name =
                    new Label(info.export(), FunctionLooks.icon(info.kind()).view("icon-small"));
            name.getStyleClass().add("function-name");
            name.setMinWidth(0);
            HBox line = line(name, space());
            if (FunctionLooks.isNode(info)) {
                line.getChildren().add(Icons.NODE_RUNTIME.view("icon-small"));
            }
            if (!info.isPublic()) {
                line.getChildren().add(Icons.LOCK.view("icon-tiny"));
            }
            setGraphic(line);
            setTooltip(new Tooltip(info.path() + "\n" + FunctionLooks.describe(info)));
            pseudoClassStateChanged(CHOSEN, info.path().equals(chosen));
        }

        private static Region space() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            return space;
        }

        private static HBox line(javafx.scene.Node... nodes) {
            HBox line = new HBox(nodes);
            line.getStyleClass().add("function-line");
            return line;
        }
    }
}
