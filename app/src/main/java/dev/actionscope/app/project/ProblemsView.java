package dev.actionscope.app.project;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.runtime.host.Problem;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What is wrong with the project's files, each a click away.
public final class ProblemsView extends StackPane {
    private final ListView<Problem> list = new ListView<>();
    private final Consumer<SourcePosition> open;

    public ProblemsView(Consumer<SourcePosition> open) {
        this.open = open;
        list.setId("problems");
        list.getStyleClass().add("problem-list");
        list.setAccessibleText("Problems");
        list.setFixedCellSize(28);
        list.setCellFactory(view -> new ProblemCell());
        list.setPlaceholder(new EmptyState(
                Icons.SUCCESS, "No problems", "What keeps the project from building is listed here, with its line."));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        list.setOnMouseClicked(event -> openSelected());
        getChildren().add(list);
    }

    /// Shows these problems.
    public void show(List<Problem> problems) {
        list.getItems().setAll(problems);
    }

    private void openSelected() {
        Problem selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && selected.position() != null) {
            open.accept(selected.position());
        }
    }

    /// The icon of a problem or finding.
    public static Icons icon(Severity severity) {
        return switch (severity) {
            case ERROR -> Icons.PROBLEM_ERROR;
            case WARNING -> Icons.PROBLEM_WARNING;
            case INFO -> Icons.PROBLEM_INFO;
        };
    }

    private static final class ProblemCell extends ListCell<Problem> {
        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(null);
            if (empty || problem == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Label message = new Label(
                    problem.message().lines().findFirst().orElse(""),
                    icon(problem.severity()).view("icon-small"));
            message.setMinWidth(0);
            message.getStyleClass().add("problem-message");
            SourcePosition position = problem.position();
            Label place = new Label(position == null ? "" : position.toString());
            place.getStyleClass().add("location");
            place.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(message, place);
            line.getStyleClass().add("problem-line");
            setGraphic(line);
            setTooltip(new Tooltip(problem.message()));
        }
    }
}
