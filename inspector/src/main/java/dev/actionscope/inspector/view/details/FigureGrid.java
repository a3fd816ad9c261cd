package dev.actionscope.inspector.view.details;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Figures with their names, three in a row.
final class FigureGrid extends GridPane {
    private static final int COLUMNS = 3;

    /// @param name what it is
    /// @param text with its unit
    record Figure(String name, String text) {}

    FigureGrid() {
        getStyleClass().add("figure-grid");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(third);
        }
    }

    void show(List<Figure> figures) {
        getChildren().clear();
        for (int at = 0; at < figures.size(); at++) {
            Label name = new Label(figures.get(at).name());
            name.getStyleClass().add("figure-name");
            Label text = new Label(figures.get(at).text());
            text.getStyleClass().addAll("mono", "figure-text");
            add(new VBox(1, name, text), at % COLUMNS, at / COLUMNS);
        }
    }
}
