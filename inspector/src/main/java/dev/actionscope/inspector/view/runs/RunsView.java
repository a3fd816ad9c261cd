package dev.actionscope.inspector.view.runs;

import dev.actionscope.icons.EmptyState;
import dev.actionscope.icons.Icons;
import dev.actionscope.icons.SearchField;
import dev.actionscope.inspector.runs.RunList;
import dev.actionscope.inspector.runs.RunOrder;
import dev.actionscope.inspector.view.Tools;
import dev.actionscope.runtime.host.RunSummary;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The runs of a project, newest first or failures first.
public final class RunsView extends BorderPane {
    private static final double AGE_SECONDS = 10;

    private final ListView<RunSummary> list = new ListView<>();
    private final SearchField filter = new SearchField("Filter runs");
    private final ToggleButton failuresFirst = Tools.toggle(Icons.FAILURE, "Failures first");
    private final EmptyState empty =
            new EmptyState(Icons.HISTORY, "No runs yet", "Each run of this project is kept here, to look at again.");
    private final Timeline ages = new Timeline(new KeyFrame(Duration.seconds(AGE_SECONDS), event -> list.refresh()));
    private RunList runs = new RunList(List.of());
    private boolean showing;

    /// @param open hears which run the person picked
    public RunsView(InstantSource clock, Consumer<RunSummary> open) {
        getStyleClass().add("runs");
        setMinSize(0, 0);
        list.setId("run-list");
        list.setFixedCellSize(46);
        list.setAccessibleText("Runs");
        list.setCellFactory(view -> new RunCell(clock));
        list.getSelectionModel().selectedItemProperty().addListener((now, old, run) -> {
            if (run != null && !showing) {
                open.accept(run);
            }
        });
        filter.setId("runs-filter");
        filter.textProperty().addListener(change -> rebuild());
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(Double.MAX_VALUE);
        failuresFirst.setId("runs-failures-first");
        failuresFirst.selectedProperty().addListener(change -> rebuild());
        HBox header = new HBox(4, filter, failuresFirst);
        header.getStyleClass().addAll("panel-header", "ruled", "runs-header");
        setTop(header);
        setCenter(new StackPane(list, empty));
        ages.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                ages.stop();
            } else {
                ages.play();
            }
        });
        rebuild();
    }

    /// Shows these runs; the selected one stays selected.
    public void show(List<RunSummary> shown) {
        runs = new RunList(shown);
        rebuild();
    }

    /// Selects a run without telling that a person picked it; null selects none.
    public void select(@Nullable String runId) {
        showing = true;
        list.getSelectionModel().clearSelection();
        for (RunSummary run : list.getItems()) {
            if (run.runId().equals(runId)) {
                list.getSelectionModel().select(run);
                list.scrollTo(run);
            }
        }
        showing = false;
    }

    private void rebuild() {
        RunSummary selected = list.getSelectionModel().getSelectedItem();
        RunOrder order = failuresFirst.isSelected() ? RunOrder.FAILURES_FIRST : RunOrder.NEWEST_FIRST;
        showing = true;
        list.getItems().setAll(runs.shown(order, filter.getText()));
        showing = false;
        if (selected != null) {
            select(selected.runId());
        }
        empty.setVisible(runs.isEmpty());
        list.setVisible(!runs.isEmpty());
    }
}
